import { DomainError } from '../../kernel/domain-error.ts';
import type { TaskId } from '../../vocabulary/ids.ts';
import type { TaskEvent, TaskEventPayloads } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import { requireOperation, requireTask } from './require-task.ts';

export interface EditTaskInput {
  readonly taskId: TaskId;
  readonly changes: TaskEventPayloads['TaskEdited'];
}

/** Changes a task. Title and prompt are what the agent works from, so they change only while none works. */
export function editTask(state: TaskState | null, input: EditTaskInput): readonly TaskEvent[] {
  const task = requireTask(state, input.taskId);
  requireOperation(task, 'edit');
  const { status } = task.lifecycle;
  const { changes } = input;
  const touchesBrief = changes.title !== undefined || changes.prompt !== undefined;
  if (touchesBrief && status !== 'draft' && status !== 'failed') {
    throw new DomainError({
      code: 'illegal_transition',
      operation: 'edit title or prompt',
      status,
      allowed: ['edit autoApprove', 'edit priority'],
    });
  }
  const changed = Object.entries(changes).filter(
    ([key, value]) =>
      value !== undefined &&
      JSON.stringify(task.lifecycle[key as keyof typeof changes]) !== JSON.stringify(value),
  );
  return changed.length === 0 ? [] : [{ type: 'TaskEdited', payload: Object.fromEntries(changed) }];
}
