import type { TaskId } from '../../vocabulary/ids.ts';
import type { TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import { requireOperation, requireTask } from './require-task.ts';

/** Takes a task out of every list. Its events stay as the audit log; `removeFiles` also removes the workspace. */
export function deleteTask(
  state: TaskState | null,
  input: { readonly taskId: TaskId; readonly removeFiles: boolean },
): readonly TaskEvent[] {
  const task = requireTask(state, input.taskId);
  requireOperation(task, 'delete');
  return [{ type: 'TaskDeleted', payload: { removeFiles: input.removeFiles } }];
}
