import type { LogLineDto, LogPage } from '@ccs/contract';

export type LogKind = LogLineDto['kind'];

/** Lines of the log that are looked through in one go. */
const STRIDE = 5000;
const PAGE_LINES = 2000;
/** A search goes back until it has this many lines, then waits to be asked for more. */
const ENOUGH = 200;
/** Matches kept; a search that finds more forgets the newest ones last. */
const KEPT_MATCHES = 20_000;

export interface LogQuery {
  /** Empty: every kind. */
  readonly kinds: readonly LogKind[];
  /** Words to find in a line, in either case; empty: every line. */
  readonly text: string;
}

/** Reads the lines with seq > `after`, at most `limit`, of these kinds (empty: all). */
export type ReadKinds = (after: number, limit: number, kinds: readonly LogKind[]) => Promise<LogPage>;

/** Whether a line is what the query looks for. */
export function matches(line: LogLineDto, { kinds, text }: LogQuery): boolean {
  if (kinds.length > 0 && !kinds.includes(line.kind)) return false;
  return text === '' || `${line.tool ?? ''} ${line.text}`.toLowerCase().includes(text.toLowerCase());
}

/** The matching lines of a log, found from the newest backwards, and whatever comes live. */
export class LogSearch {
  readonly #query: LogQuery;
  readonly #read: ReadKinds;
  readonly #watchers = new Set<() => void>();
  #lines: LogLineDto[] = [];
  #newest: number;
  #oldest: number;
  #isReading = false;
  #hasFailed = false;
  #version = 0;

  /** Starts below line `count`, the newest that is not delivered live. */
  constructor(query: LogQuery, read: ReadKinds, count: number) {
    this.#query = query;
    this.#read = read;
    this.#newest = count;
    this.#oldest = count;
  }

  /** What was found, oldest first. */
  get lines(): readonly LogLineDto[] {
    return this.#lines;
  }

  /** How many lines were looked through. */
  get scanned(): number {
    return this.#newest - this.#oldest;
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Nothing older is left to look through, or as much was found as is kept. */
  get isComplete(): boolean {
    return this.#oldest === 0 || this.#lines.length >= KEPT_MATCHES;
  }

  get version(): number {
    return this.#version;
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  append(line: LogLineDto): void {
    if (line.seq <= this.#newest) return;
    this.#newest = line.seq;
    if (matches(line, this.#query)) this.#lines = [...this.#lines, line].slice(-KEPT_MATCHES);
    this.#changed();
  }

  /** Looks further back until enough is found or nothing is left. */
  async goBack(): Promise<void> {
    if (this.#isReading || this.isComplete) return;
    this.#isReading = true;
    this.#hasFailed = false;
    this.#changed();
    const enough = this.#lines.length + ENOUGH;
    try {
      while (!this.isComplete && this.#lines.length < enough) {
        const from = Math.max(0, this.#oldest - STRIDE);
        const found = await this.#readBetween(from, this.#oldest);
        this.#lines = [...found, ...this.#lines];
        this.#oldest = from;
        this.#changed();
      }
    } catch {
      this.#hasFailed = true;
    }
    this.#isReading = false;
    this.#changed();
  }

  /** Matching lines with `after` < seq <= `to`. */
  async #readBetween(after: number, to: number): Promise<LogLineDto[]> {
    const found: LogLineDto[] = [];
    let place = after;
    while (place < to) {
      const { items } = await this.#read(place, Math.min(PAGE_LINES, to - place), this.#query.kinds);
      found.push(...items.filter((line) => line.seq <= to && matches(line, this.#query)));
      const last = items.at(-1);
      if (!last || items.length < Math.min(PAGE_LINES, to - place)) break;
      place = last.seq;
    }
    return found;
  }

  #changed(): void {
    this.#version += 1;
    for (const watcher of this.#watchers) watcher();
  }
}
