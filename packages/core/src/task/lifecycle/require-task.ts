import { DomainError } from '../../kernel/domain-error.ts';
import type { TaskId } from '../../vocabulary/ids.ts';
import type { TaskState } from '../model/state.ts';
import { deriveAgentStatus } from '../view/derive-views.ts';
import type { TaskOperation } from '../../vocabulary/statuses.ts';
import { allowedOperations } from './allowed-operations.ts';

/** The state of a task that exists. @throws DomainError task_not_found */
export function requireTask(state: TaskState | null, taskId: TaskId): TaskState {
  if (state === null || state.lifecycle.deleted) throw new DomainError({ code: 'task_not_found', taskId });
  return state;
}

/** Refuses an operation that is not legal now. @throws DomainError illegal_transition */
export function requireOperation(state: TaskState, operation: TaskOperation): void {
  const { status, taskType: type, merged } = state.lifecycle;
  const allowed = allowedOperations({ type, status, merged, ...deriveAgentStatus(state) });
  if (!allowed.includes(operation)) {
    throw new DomainError({ code: 'illegal_transition', operation, status, allowed });
  }
}
