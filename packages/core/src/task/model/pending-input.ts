import type { DependencyStatus, MessageDelivery, PermissionScope } from '../../vocabulary/asks.ts';
import type { DependencyId, MessageId, QuestionId } from '../../vocabulary/ids.ts';
import type { DependencyAsk, PermissionGrant, QuestionAsk } from './asks.ts';
import type { TaskState } from './state.ts';

/** What people said and the agent has not heard yet. */
export type PendingInput =
  | ({
      readonly kind: 'answer';
      readonly id: QuestionId;
      readonly answer: string;
      /** Nobody answered in time: it is the default. */
      readonly expired: boolean;
    } & QuestionAsk)
  | ({
      readonly kind: 'dependency';
      readonly id: DependencyId;
      readonly status: Exclude<DependencyStatus, 'pending'>;
      readonly filePath: string | null;
      readonly scope: PermissionScope | null;
    } & DependencyAsk)
  | {
      readonly kind: 'message';
      readonly id: MessageId;
      readonly text: string;
      readonly delivery: MessageDelivery;
    };

/** Everything that waits to be delivered: answers, then dependencies, then messages, each oldest first. */
export function pendingInput(state: TaskState): readonly PendingInput[] {
  const input: PendingInput[] = [];
  for (const { questionId, status, answer, deliveredAt, ...ask } of state.questions) {
    if (answer === null || deliveredAt !== null) continue;
    input.push({ ...ask, kind: 'answer', id: questionId, answer, expired: status === 'expired' });
  }
  for (const { dependencyId, status, deliveredAt, ...dependency } of state.dependencies) {
    if (status === 'pending' || deliveredAt !== null) continue;
    input.push({ ...dependency, kind: 'dependency', id: dependencyId, status });
  }
  for (const { messageId, text, delivery, deliveredAt } of state.messages) {
    if (deliveredAt === null) input.push({ kind: 'message', id: messageId, text, delivery });
  }
  return input;
}

/** The permissions in force: for this task, or once and not used yet. */
export function permissionGrants(state: TaskState): readonly PermissionGrant[] {
  return state.dependencies.flatMap(({ permission, status, scope, deliveredAt }) =>
    permission && status === 'provided' && scope !== null && (scope === 'task' || deliveredAt === null)
      ? [{ scope, callKey: permission.callKey, ruleKey: permission.ruleKey }]
      : [],
  );
}
