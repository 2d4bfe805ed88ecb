import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { TaskId } from '../../vocabulary/ids.ts';
import type { TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import { advanceTask } from '../phase/advance-task.ts';
import { requireOperation, requireTask } from './require-task.ts';

/** Goes on with a paused or interrupted task, in the same Claude session. */
export function resumeTask(
  state: TaskState | null,
  input: { readonly taskId: TaskId },
  context: DecisionContext,
): readonly TaskEvent[] {
  const task = requireTask(state, input.taskId);
  requireOperation(task, 'resume');
  return [{ type: 'TaskResumed', payload: {} }, ...advanceTask(task, context)];
}
