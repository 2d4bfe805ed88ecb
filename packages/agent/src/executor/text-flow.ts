/** Short enough to read along, long enough that a burst of short lines is one line of the log. */
const FLUSH_MS = 20;
const MAX_PENDING = 16 * 1024;

/**
 * Turns pieces of text into log lines: whole lines, the first at once and then about every 20 ms, and the rest at the
 * end of a block. The lines joined by line breaks give the text again (but a line
 * of more than 16 KiB is cut).
 */
export class TextFlow {
  readonly #emit: (text: string) => void;
  #pending = '';
  #timer: NodeJS.Timeout | null = null;
  #last = 0;

  constructor(emit: (text: string) => void) {
    this.#emit = emit;
  }

  add(text: string): void {
    this.#pending += text;
    if (this.#pending.length > MAX_PENDING) {
      if (this.#pending.includes('\n')) this.#flushLines();
      else this.end();
      return;
    }
    if (!text.includes('\n')) return;
    const wait = this.#last + FLUSH_MS - Date.now();
    if (wait <= 0) this.#flushLines();
    else this.#timer ??= setTimeout(() => this.#flushLines(), wait);
  }

  /** Emits what is left: the block is complete. */
  end(): void {
    const rest = this.#pending;
    this.#pending = '';
    this.#clearTimer();
    if (rest !== '') this.#emit(rest.endsWith('\n') ? rest.slice(0, -1) : rest);
  }

  #flushLines(): void {
    this.#clearTimer();
    const end = this.#pending.lastIndexOf('\n');
    if (end < 0) return;
    const lines = this.#pending.slice(0, end);
    this.#pending = this.#pending.slice(end + 1);
    this.#last = Date.now();
    this.#emit(lines);
  }

  #clearTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
