import type { App, HttpDeps } from '../../http-deps.ts';
import { describeMerge } from './describe-merge.ts';
import { diffTask } from './diff-task.ts';
import { exportPatch } from './export-patch.ts';
import { mergeTask } from './merge-task.ts';

export function changeRoutes(app: App, deps: HttpDeps): void {
  diffTask(app, deps);
  exportPatch(app, deps);
  describeMerge(app, deps);
  mergeTask(app, deps);
}
