import type { Conversation } from '../conversation/conversation.ts';
import type { Counters } from './counters.ts';

/** What the model says: a stretch of text or one tool call, in the order in which it is streamed. */
export type Block =
  | { type: 'text'; text: string }
  | { type: 'tool_use'; id: string; name: string; input: Record<string, unknown> };

/** The Messages API's reasons for the end of a message that scenarios use. */
export type StopReason = 'end_turn' | 'tool_use' | 'max_tokens' | 'refusal';

/** How a message travels: the size and pace of its deltas, and where it breaks off, if it does. */
export interface Delivery {
  /** Characters of text per delta. */
  textChunk?: number;
  /** Characters of tool input JSON per delta. */
  jsonChunk?: number;
  /** Milliseconds of rest before each delta. */
  delayMs?: number;
  /**
   * Break off at block `block` (counted from 0): `cut` closes the connection, `silence` keeps it open and says nothing
   * more for `silenceMs` (then closes). `inside` breaks in the middle of that block, otherwise just before it starts.
   */
  breakAt?: { block: number; inside: boolean; how: 'cut' | 'silence'; silenceMs?: number };
}

/** A message of the model, as content blocks. */
export interface MessageReply {
  kind: 'message';
  content: Block[];
  stopReason: StopReason;
  delivery?: Delivery;
}

/** A failure before any content: an HTTP status in the API's error shape. */
export interface HttpErrorReply {
  kind: 'http_error';
  status: number;
  /** The API's error type, such as `rate_limit_error`. */
  type: string;
  message: string;
  headers?: Record<string, string>;
}

/** The connection is accepted and nothing is answered, not even headers, for `ms` milliseconds; then it is closed. */
export interface SilenceReply {
  kind: 'silence';
  ms: number;
}

export type Reply = MessageReply | HttpErrorReply | SilenceReply;

/** One request for a message, read. */
export interface ScenarioRequest {
  conversation: Conversation;
  /** The Claude session (`x-claude-code-session-id`), or `''`. Only for counting faults, never for the plot. */
  sessionId: string;
  counters: Counters;
}

/**
 * A model that can be played: a pure function of the conversation, save for the fault counters. Scenarios compose: a
 * fault takes one scenario and returns another.
 */
export interface Scenario {
  name: string;
  reply(request: ScenarioRequest): Reply;
}
