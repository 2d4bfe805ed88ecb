import type { TaskId } from '../../vocabulary/ids.ts';
import type { TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import { endRequestedRun } from '../run/request-run.ts';
import { requireOperation, requireTask } from './require-task.ts';

/** Stops the agent and keeps the conversation and the files. */
export function pauseTask(state: TaskState | null, input: { readonly taskId: TaskId }): readonly TaskEvent[] {
  const task = requireTask(state, input.taskId);
  requireOperation(task, 'pause');
  return [{ type: 'TaskPaused', payload: {} }, ...endRequestedRun(task)];
}
