import { DomainError } from '../../kernel/domain-error.ts';
import type { TaskId } from '../../vocabulary/ids.ts';
import type { TaskEvent, TaskEventPayloads } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import { requireOperation, requireTask } from './require-task.ts';

/** Whether the work may go back to where it came from now: once, when it is complete. @throws DomainError illegal_transition, merge_refused */
export function requireMergeable(state: TaskState | null, taskId: TaskId): TaskState {
  const task = requireTask(state, taskId);
  const { merged } = task.lifecycle;
  if (merged) throw new DomainError({ code: 'merge_refused', reason: `It was merged into ${merged.into}.` });
  requireOperation(task, 'merge');
  if (task.lifecycle.source?.kind === 'git' || !task.lifecycle.source) {
    throw new DomainError({
      code: 'merge_refused',
      reason: 'There is no folder of this machine to merge into.',
    });
  }
  return task;
}

/** Records that the work went back to where it came from. */
export function mergeTask(
  state: TaskState | null,
  input: { readonly taskId: TaskId; readonly merged: TaskEventPayloads['TaskMerged'] },
): readonly TaskEvent[] {
  requireMergeable(state, input.taskId);
  return [{ type: 'TaskMerged', payload: input.merged }];
}
