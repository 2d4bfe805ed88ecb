import type { SDKMessage } from '@anthropic-ai/claude-agent-sdk';

interface Seen {
  readonly isLast: Promise<boolean>;
  readonly settle: (isLast: boolean) => void;
}

/** A call that no message shows is not waited for longer than this. */
const MAX_WAIT_MS = 1_000;

/**
 * Follows the tool calls of the main thread through the message stream. Claude Code asks for permission on another way than
 * its messages take: here a decision waits until everything that was said before the call has been read.
 */
export class CallWatch {
  readonly #calls = new Map<string, Seen>();
  readonly #waiting = new Map<string, () => void>();
  #open: Seen | null = null;

  /** @param heldBack a call of an earlier run that is made now; it can be held back again. */
  constructor(heldBack: string | null) {
    if (heldBack !== null) this.#add(heldBack).settle(true);
  }

  /** Takes a message whose meaning has been dealt with. */
  read(message: SDKMessage): void {
    if (message.type === 'stream_event' && message.parent_tool_use_id === null) {
      const { event } = message;
      if (event.type === 'message_start') this.#settle(false);
      else if (event.type === 'content_block_start' && event.content_block.type === 'tool_use') {
        this.#settle(false);
        this.#open = this.#add(event.content_block.id);
      } else if (event.type === 'message_stop') this.#settle(true);
    } else if (message.type === 'assistant' && message.parent_tool_use_id === null) {
      for (const block of message.message.content) {
        // A message that did not stream: what follows in it is not known yet.
        if (block.type === 'tool_use' && !this.#calls.has(block.id)) this.#add(block.id).settle(false);
      }
    } else if (message.type === 'result') this.#settle(false);
  }

  /** Resolves when the call was read. */
  async seen(toolUseId: string): Promise<void> {
    if (this.#calls.has(toolUseId)) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#waiting.set(toolUseId, resolve);
      timer = setTimeout(resolve, MAX_WAIT_MS);
    });
    clearTimeout(timer);
    this.#waiting.delete(toolUseId);
  }

  /** Whether no other call follows in the same message: only the last one of a message can be held back. */
  isLast(toolUseId: string): Promise<boolean> {
    return this.#calls.get(toolUseId)?.isLast ?? Promise.resolve(false);
  }

  /** Nothing more comes. */
  close(): void {
    this.#settle(false);
  }

  #add(toolUseId: string): Seen {
    let settle: (isLast: boolean) => void = () => undefined;
    const isLast = new Promise<boolean>((resolve) => {
      settle = resolve;
    });
    const seen = { isLast, settle };
    this.#calls.set(toolUseId, seen);
    this.#waiting.get(toolUseId)?.();
    return seen;
  }

  #settle(isLast: boolean): void {
    this.#open?.settle(isLast);
    this.#open = null;
  }
}
