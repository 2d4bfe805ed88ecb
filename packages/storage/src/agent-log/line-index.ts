/** An entry at least every so many lines, and every so many bytes: a window is found by reading no more than that. */
const LINES_PER_ENTRY = 512;
const BYTES_PER_ENTRY = 1024 * 1024;

interface Entry {
  readonly seq: number;
  readonly offset: number;
}

/** Where some of the lines of a log begin. Memory: about 100 bytes for 512 lines. */
export class LineIndex {
  readonly #entries: Entry[] = [];
  #linesSinceEntry = 0;

  /** Notes a line in the order of the file. Lines without a number are not noted. */
  add(seq: number, offset: number): void {
    const last = this.#entries.at(-1);
    this.#linesSinceEntry += 1;
    if (last && this.#linesSinceEntry < LINES_PER_ENTRY && offset - last.offset < BYTES_PER_ENTRY) return;
    this.#entries.push({ seq, offset });
    this.#linesSinceEntry = 0;
  }

  /** Where to begin reading so as not to miss the line `seq`. */
  offsetBefore(seq: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle]?.seq ?? 0) <= seq) low = middle + 1;
      else high = middle;
    }
    return this.#entries[low - 1]?.offset ?? 0;
  }
}
