import type { App, HttpDeps } from '../../http-deps.ts';
import { createTask } from './create-task.ts';
import { deleteTask } from './delete-task.ts';
import { editTask } from './edit-task.ts';
import { getProgress } from './get-progress.ts';
import { getTask } from './get-task.ts';
import { listHistory } from './list-history.ts';
import { listTasks } from './list-tasks.ts';
import { operateTask } from './operate-task.ts';
import { readFiles } from './read-files.ts';

export function taskRoutes(app: App, deps: HttpDeps): void {
  for (const route of [
    createTask,
    listTasks,
    getTask,
    editTask,
    deleteTask,
    operateTask,
    getProgress,
    listHistory,
    readFiles,
  ]) {
    route(app, deps);
  }
}
