import type { Actor, Timestamp } from '../../kernel/event.ts';
import type { MessageId } from '../../vocabulary/ids.ts';
import type { MessageText, RecordedTaskEvent } from './events.ts';

export interface MessageState extends MessageText {
  readonly messageId: MessageId;
  readonly sentAt: Timestamp;
  readonly sentBy: Actor;
  /** When it came into the agent's conversation. */
  readonly deliveredAt: Timestamp | null;
}

/** What people said in a conversation after its prompt, oldest first. */
export type Messages = readonly MessageState[];

export function evolveMessages(messages: Messages, event: RecordedTaskEvent): Messages {
  switch (event.type) {
    case 'MessageSent':
      return [
        ...messages,
        { ...event.payload, sentAt: event.timestamp, sentBy: event.userId, deliveredAt: null },
      ];
    case 'InputDelivered': {
      const ids: readonly string[] = event.payload.ids;
      return messages.map((each) =>
        ids.includes(each.messageId) ? { ...each, deliveredAt: event.timestamp } : each,
      );
    }
    default:
      return messages;
  }
}
