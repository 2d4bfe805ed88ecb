import type { Query, SDKMessage } from '@anthropic-ai/claude-agent-sdk';
import type { Shortfall } from '../prompt/continuation-prompt.ts';
import type { CallWatch } from './call-watch.ts';
import type { InputDelivery } from './input-delivery.ts';
import type { AgentFact, MessageReader } from './message-reader.ts';
import type { RunDesk } from './run-desk.ts';
import type { Talk } from './talk.ts';
import { recordResult } from './record-result.ts';

export type ResultMessage = Extract<SDKMessage, { type: 'result' }>;

/** How a conversation ended, before anybody judged why. */
export type ConversationEnd =
  | { readonly kind: 'completed' }
  /** It waits for a person. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'incomplete'; readonly shortfall: Shortfall }
  | { readonly kind: 'error_result'; readonly result: ResultMessage }
  /** The stream ended without a result. */
  | { readonly kind: 'cut'; readonly thrown: unknown };

/** What one kind of work makes of a conversation. */
export interface ConversationPlan {
  take(facts: readonly AgentFact[]): Promise<void>;
  /** A turn ended and no other follows by itself. Null = something was said, so that one follows. */
  turnEnded(result: ResultMessage): Promise<ConversationEnd | null>;
  /** Whether a turn that just ended was ended by us, for something that will be said. */
  isInterrupting?(): boolean;
  /** The stream ended in the middle of a turn; what was done by then may be enough. */
  cutOff(): Promise<Extract<ConversationEnd, { kind: 'completed' | 'blocked' }> | null>;
}

/**
 * Follows a conversation to its end, turn by turn.
 * @param onClosing called once when nothing more will be said: Claude Code is expected to end by itself.
 */
export async function converse(options: {
  readonly messages: Query;
  readonly talk: Talk;
  readonly plan: ConversationPlan;
  readonly reader: MessageReader;
  readonly watch: CallWatch;
  readonly delivery: InputDelivery;
  readonly desk: RunDesk;
  readonly onMessage?: (message: SDKMessage) => void;
  readonly onClosing: (end: ConversationEnd) => void;
}): Promise<ConversationEnd> {
  const { talk, plan, reader, watch, delivery, desk } = options;
  let end: ConversationEnd | null = null;

  const endTurn = async (result: ResultMessage): Promise<void> => {
    await plan.take(reader.endOfTurn());
    recordResult(desk, result);
    if (plan.isInterrupting?.() || talk.anotherTurnFollows()) return;
    end = await plan.turnEnded(result);
    if (end === null) return;
    talk.end();
    options.onClosing(end);
  };

  let thrown: unknown = null;
  try {
    for await (const message of options.messages) {
      talk.read(message);
      if (message.type !== 'result') await plan.take(reader.read(message));
      watch.read(message);
      options.onMessage?.(message);
      if (message.type === 'result') await delivery.confirm();
      if (message.type === 'result' && end === null) await endTurn(message);
      await desk.queue.room();
    }
  } catch (error) {
    // After an error result the stream throws, too: what it said before counts.
    thrown = error;
  } finally {
    watch.close();
    talk.end();
  }
  if (end !== null) return end;
  await plan.take(reader.endOfTurn());
  return (await plan.cutOff()) ?? { kind: 'cut', thrown };
}
