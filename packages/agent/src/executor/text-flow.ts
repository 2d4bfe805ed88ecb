/** Short enough to read along, long enough that a burst of short lines is one line of the log. */
const FLUSH_MS = 20;
const MAX_PENDING = 16 * 1024;

/** Tells how much of a text that goes on may be passed on: no secret begins before that place and ends after it. */
export type SafeEnd = (text: string, end: number) => number;

/**
 * Turns pieces of text into log lines: whole lines, the first at once and then about every 20 ms, and the rest at the
 * end of a block. The lines joined by line breaks give the text again (but a line
 * of more than 16 KiB is cut).
 */
export class TextFlow {
  readonly #emit: (text: string) => void;
  readonly #safeEnd: SafeEnd;
  #pending = '';
  #timer: NodeJS.Timeout | null = null;
  #last = 0;

  constructor(emit: (text: string) => void, safeEnd: SafeEnd = (_, end) => end) {
    this.#emit = emit;
    this.#safeEnd = safeEnd;
  }

  add(text: string): void {
    this.#pending += text;
    if (this.#pending.length > MAX_PENDING) {
      if (this.#pending.includes('\n')) this.#flushLines();
      else this.#cut();
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
    let end = this.#pending.lastIndexOf('\n');
    // Going back to the line before may lead into a secret of several lines.
    for (let safe = -1; end >= 0; end = safe === 0 ? -1 : this.#pending.lastIndexOf('\n', safe - 1)) {
      safe = this.#safeEnd(this.#pending, end + 1);
      if (safe > end) break;
    }
    if (end < 0) return;
    const lines = this.#pending.slice(0, end);
    this.#pending = this.#pending.slice(end + 1);
    this.#last = Date.now();
    this.#emit(lines);
  }

  #cut(): void {
    const end = this.#safeEnd(this.#pending, this.#pending.length);
    if (end === 0) return;
    const text = this.#pending.slice(0, end);
    this.#pending = this.#pending.slice(end);
    this.#emit(text);
  }

  #clearTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
