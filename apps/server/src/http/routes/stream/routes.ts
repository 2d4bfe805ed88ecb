import type { App, HttpDeps } from '../../http-deps.ts';
import { streamBrowser } from './stream-browser.ts';
import { streamTask } from './stream-task.ts';

export function streamRoutes(app: App, deps: HttpDeps): void {
  streamTask(app, deps);
  streamBrowser(app, deps);
}
