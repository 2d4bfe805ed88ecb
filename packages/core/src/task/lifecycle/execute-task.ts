import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { TaskId } from '../../vocabulary/ids.ts';
import type { TaskEvent } from '../model/events.ts';
import { requestRun } from '../run/request-run.ts';
import type { TaskState } from '../model/state.ts';
import { requireOperation, requireTask } from './require-task.ts';

/** Queues a draft, or a failed task again: it goes on with the first phase that is not complete. */
export function executeTask(
  state: TaskState | null,
  input: { readonly taskId: TaskId },
  context: DecisionContext,
): readonly TaskEvent[] {
  const task = requireTask(state, input.taskId);
  requireOperation(task, 'execute');
  return [{ type: 'TaskQueued', payload: {} }, requestRun(task, context)];
}
