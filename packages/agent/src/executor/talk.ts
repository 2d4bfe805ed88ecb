import type { SDKMessage, SDKUserMessage } from '@anthropic-ai/claude-agent-sdk';
import { randomUUID } from 'node:crypto';
import { InputQueue } from './input-queue.ts';
import type { RunLog } from './run-log.ts';

/** A message to the agent, as the SDK wants it. */
export function userMessage(text: string): SDKUserMessage {
  return { type: 'user', message: { role: 'user', content: text }, parent_tool_use_id: null };
}

/** What is said to an agent in one run, and what of it the agent has begun to hear. */
export class Talk {
  readonly input = new InputQueue<SDKUserMessage>();
  readonly #log: RunLog;
  readonly #unheard = new Set<string>();
  /** Whether this Claude Code tells what becomes of messages. */
  #tells = false;
  #ended = false;

  constructor(log: RunLog) {
    this.#log = log;
  }

  /** Says something: folded into a running turn, or a turn of its own. */
  say(text: string): void {
    if (this.#ended) return;
    const uuid = randomUUID();
    this.#unheard.add(uuid);
    this.#log('prompt', text);
    this.input.push({ ...userMessage(text), uuid });
  }

  read(message: SDKMessage): void {
    // Not in the SDK's types: {type: 'command_lifecycle', command_uuid, state}.
    const {
      type,
      command_uuid: uuid,
      state,
    } = message as { type: string; command_uuid?: string; state?: string };
    if (type !== 'command_lifecycle' || uuid === undefined) return;
    this.#tells = true;
    if (state !== 'queued') this.#unheard.delete(uuid);
  }

  /** A turn ended. True when another one follows, because something was said that the agent has not heard. */
  anotherTurnFollows(): boolean {
    if (!this.#tells) this.#unheard.clear();
    return this.#unheard.size > 0;
  }

  get isEnded(): boolean {
    return this.#ended;
  }

  /** Nothing more will be said. */
  end(): void {
    this.#ended = true;
    this.input.end();
  }
}
