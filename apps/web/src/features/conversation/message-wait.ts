import type { MessageDto, TaskDto } from '@ccs/contract';

/** What a message waits for before the agent has it; a key below `conversation.waiting`. */
export type MessageWait = 'after_turn' | 'interrupt' | 'resume' | 'answer' | 'sending';

/** Why the agent has not got a message yet. The message that a turn begins with is on its way, it waits for no turn. */
export function messageWait(
  { delivery, sentAt }: Pick<MessageDto, 'delivery' | 'sentAt'>,
  { agentStatus, blockedBy, workingSince }: Pick<TaskDto, 'agentStatus' | 'blockedBy' | 'workingSince'>,
): MessageWait {
  if (agentStatus === 'running') {
    const isInTurn = workingSince !== null && sentAt > workingSince;
    return isInTurn ? delivery : 'sending';
  }
  if (blockedBy === 'paused' || blockedBy === 'interrupted') return 'resume';
  return blockedBy === 'question' || blockedBy === 'dependency' ? 'answer' : 'sending';
}
