/**
 * The text of the main thread, each character once: pieces as they stream in, and from a complete message only what
 * had not been streamed (Claude Code falls back to requests that do not stream).
 */
export class MainText {
  readonly #emit: (text: string) => void;
  #messageId: string | null = null;
  /** The text of the block that streams, or streamed last. */
  #streamed = '';

  constructor(emit: (text: string) => void) {
    this.#emit = emit;
  }

  messageStart(id: string): void {
    this.#messageId = id;
    this.#streamed = '';
  }

  blockStart(): void {
    this.#streamed = '';
  }

  delta(text: string): void {
    this.#streamed += text;
    this.#emit(text);
  }

  /** A complete text block; returns nothing, emits what is new. */
  complete(messageId: string, text: string): void {
    const streamed = messageId === this.#messageId ? this.#streamed : '';
    if (text.startsWith(streamed)) {
      const rest = text.slice(streamed.length);
      if (rest !== '') this.#emit(rest);
    }
    this.#streamed = messageId === this.#messageId ? text : this.#streamed;
  }
}
