import type { TaskId } from '../../vocabulary/ids.ts';
import type { TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import { endRequestedRun } from '../run/request-run.ts';
import { requireOperation, requireTask } from './require-task.ts';

/** Ends the task for good, unless it is executed again. The workspace stays. */
export function cancelTask(
  state: TaskState | null,
  input: { readonly taskId: TaskId },
): readonly TaskEvent[] {
  const task = requireTask(state, input.taskId);
  requireOperation(task, 'cancel');
  return [...endRequestedRun(task), { type: 'TaskFailed', payload: { failure: { code: 'cancelled' } } }];
}
