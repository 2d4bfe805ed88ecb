import type { App, HttpDeps } from '../../http-deps.ts';
import { answerQuestion } from './answer-question.ts';
import { getInbox } from './get-inbox.ts';
import { listAsks } from './list-asks.ts';
import { provideDependency } from './provide-dependency.ts';

export function askRoutes(app: App, deps: HttpDeps): void {
  for (const route of [listAsks, answerQuestion, provideDependency, getInbox]) route(app, deps);
}
