import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { TaskId } from '../../vocabulary/ids.ts';
import { requireOperation, requireTask } from '../lifecycle/require-task.ts';
import type { MessageText, TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import { goOnTalking } from './go-on-talking.ts';

/** Says something more in a conversation. One that had ended goes on. @throws DomainError illegal_transition */
export function sendMessage(
  state: TaskState | null,
  { taskId, message }: { readonly taskId: TaskId; readonly message: MessageText },
  context: DecisionContext,
): readonly TaskEvent[] {
  const task = requireTask(state, taskId);
  requireOperation(task, 'send_message');
  const sent: TaskEvent = {
    type: 'MessageSent',
    payload: { ...message, messageId: context.ids.next('message') },
  };
  return [sent, ...goOnTalking(task, context)];
}
