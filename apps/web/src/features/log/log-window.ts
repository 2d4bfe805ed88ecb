import type { LogLineDto, LogPage } from '@ccs/contract';

/** Lines in one request. */
const PAGE_LINES = 250;
/** Pages kept in memory; the ones not looked at for longest are dropped. */
const KEPT_PAGES = 40;
const PARALLEL_REQUESTS = 3;

/** Reads the lines with seq > `after`, at most `limit`. */
export type ReadLog = (after: number, limit: number) => Promise<LogPage>;

/**
 * A window onto a log of any length: knows how many lines there are, holds the pages around what is looked at and
 * reads the missing ones. A line's index is its seq - 1, because seq is dense.
 */
export class LogWindow {
  readonly #read: ReadLog;
  readonly #pages = new Map<number, (LogLineDto | undefined)[]>();
  readonly #loading = new Set<number>();
  readonly #results = new Map<string, LogLineDto>();
  readonly #calls = new Map<string, LogLineDto>();
  readonly #watchers = new Set<() => void>();
  #wanted: readonly [first: number, last: number] = [0, -1];
  #count = 0;
  #hasFailed = false;
  #version = 0;

  constructor(read: ReadLog) {
    this.#read = read;
  }

  /** Lines in the whole log, as far as is known. */
  get count(): number {
    return this.#count;
  }

  /** Changes whenever anything else here does. */
  get version(): number {
    return this.#version;
  }

  /** The last request failed; `retry` reads again. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** The line at an index, or undefined while it is not here. */
  line(index: number): LogLineDto | undefined {
    return this.#pages.get(Math.floor(index / PAGE_LINES))?.[index % PAGE_LINES];
  }

  /** The result of a tool call, once it is here. */
  resultOf(toolUseId: string): LogLineDto | undefined {
    return this.#results.get(toolUseId);
  }

  /** The tool call that a result belongs to, while it is here. */
  callOf(toolUseId: string): LogLineDto | undefined {
    return this.#calls.get(toolUseId);
  }

  /** Tells that the log has at least `count` lines. */
  grow(count: number): void {
    if (count <= this.#count) return;
    this.#count = count;
    this.#changed();
  }

  /** Takes a line from the live stream. One that is here already changes nothing. */
  append(line: LogLineDto): void {
    if (this.line(line.seq - 1)) return;
    this.#put(line);
    this.#count = Math.max(this.#count, line.seq);
    this.#evict();
    this.#changed();
  }

  /** Says which indexes are looked at, so that their pages are read. */
  want(first: number, last: number): void {
    this.#wanted = [Math.max(0, first), last];
    if (!this.#hasFailed) this.#pump();
  }

  retry(): void {
    this.#hasFailed = false;
    this.#pump();
    this.#changed();
  }

  #pump(): void {
    for (const page of this.#missingPages()) {
      if (this.#loading.size >= PARALLEL_REQUESTS) return;
      if (this.#loading.has(page)) continue;
      this.#loading.add(page);
      void this.#load(page);
    }
  }

  /** The wanted pages with a hole in the wanted part, newest first. */
  #missingPages(): number[] {
    const [first, last] = this.#wanted;
    const missing = new Set<number>();
    for (let index = Math.min(last, this.#count - 1); index >= first; index -= 1) {
      if (!this.line(index)) missing.add(Math.floor(index / PAGE_LINES));
    }
    return [...missing];
  }

  async #load(page: number): Promise<void> {
    try {
      const { items, lastSeq } = await this.#read(page * PAGE_LINES, PAGE_LINES);
      for (const line of items) this.#put(line);
      this.#count = Math.max(this.#count, lastSeq);
      // A page that stays without lines would be asked for without end.
      if (items.length === 0) this.#hasFailed = true;
    } catch {
      this.#hasFailed = true;
    }
    this.#loading.delete(page);
    this.#evict();
    if (!this.#hasFailed) this.#pump();
    this.#changed();
  }

  #put(line: LogLineDto): void {
    const number = Math.floor((line.seq - 1) / PAGE_LINES);
    const page = this.#pages.get(number) ?? [];
    page[(line.seq - 1) % PAGE_LINES] = line;
    // Re-inserting moves the page to the young end of the map.
    this.#pages.delete(number);
    this.#pages.set(number, page);
    if (line.toolUseId === undefined) return;
    if (line.kind === 'tool_result') this.#results.set(line.toolUseId, line);
    if (line.kind === 'tool_use') this.#calls.set(line.toolUseId, line);
  }

  #evict(): void {
    const [first, last] = this.#wanted.map((index) => Math.floor(index / PAGE_LINES));
    for (const [number, page] of this.#pages) {
      if (this.#pages.size <= KEPT_PAGES) return;
      if (first !== undefined && last !== undefined && number >= first && number <= last) continue;
      this.#pages.delete(number);
      for (const line of page) {
        if (line?.toolUseId === undefined) continue;
        (line.kind === 'tool_result' ? this.#results : this.#calls).delete(line.toolUseId);
      }
    }
  }

  #changed(): void {
    this.#version += 1;
    for (const watcher of this.#watchers) watcher();
  }
}
