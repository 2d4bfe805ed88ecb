import type { EventStore } from '@ccs/core/ports/event-store';
import type { LogLine, NewLogLine, TaskLog } from '@ccs/core/ports/task-log';
import type { StoredTaskEvent } from '@ccs/core/task/model/events';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { type StreamEntry, type StreamItem, toEntry } from './stream-frame.ts';
import type { StreamCursor } from './stream-cursor.ts';

/** Takes the entries of a stream in order. */
export type StreamListener = (entry: StreamEntry) => void;

/** Entries read at a time: bounds what one client that catches up holds in memory. */
const CHUNK = 200;

/**
 * The one order of everything a person sees of a task: its events and the lines of its log. Both go through one
 * queue, and each line on disk says after which event it came, so a replay has the very order of the live stream.
 */
export class TaskStream {
  readonly taskId: TaskId;
  readonly #store: EventStore;
  readonly #log: TaskLog;
  readonly #listeners = new Set<StreamListener>();
  /** Null until it was read; read again for the next one who asks when that failed. */
  #place: StreamCursor | null = null;
  #tail: Promise<unknown> = Promise.resolve();
  #pending = 0;
  readonly #onAction: (taskId: TaskId) => void;
  /** The one-line summary of the newest tool call, while an agent runs. */
  lastAction: string | null = null;

  constructor(taskId: TaskId, store: EventStore, log: TaskLog, onAction: (taskId: TaskId) => void) {
    this.taskId = taskId;
    this.#onAction = onAction;
    this.#store = store;
    this.#log = log;
  }

  /** Whether somebody listens or waits for this stream. */
  get inUse(): boolean {
    return this.#listeners.size > 0 || this.#pending > 0;
  }

  /** The newest item's place. */
  head(): Promise<StreamCursor> {
    return this.#inOrder((head) => head);
  }

  /** Stores lines and gives them to the listeners; resolves when they are on disk. */
  append(lines: readonly NewLogLine[]): Promise<void> {
    return this.#inOrder(async (head) => {
      const stored = await this.#log.append(this.taskId, head.version, lines);
      for (const line of stored) {
        if (line.kind === 'tool_use' && !line.parentToolUseId) this.#acted(line.text);
        this.#publish({ kind: 'line', taskId: this.taskId, line });
      }
    });
  }

  /** Gives an event that has been committed to the listeners. */
  publish(event: StoredTaskEvent): Promise<void> {
    return this.#inOrder((head) => {
      if (event.version <= head.version) return;
      if (event.type === 'RunStarted' || event.type === 'RunEnded') this.lastAction = null;
      this.#publish({ kind: 'event', event });
    });
  }

  /**
   * What comes after a cursor, in order, at most two chunks. When nothing more is there, attaches the
   * listener in the same turn, so that not one item is lost or doubled between the past and the present.
   * @returns the entries, and how to detach once it is attached.
   */
  catchUp(
    from: StreamCursor,
    listener: StreamListener,
  ): Promise<{ readonly entries: readonly StreamEntry[]; readonly detach: (() => void) | null }> {
    return this.#inOrder(async (head) => {
      const entries: StreamEntry[] = [];
      let cursor = from;
      for (const item of await this.#readAfter(from, head)) {
        const entry = toEntry(cursor, item);
        entries.push(entry);
        cursor = entry.cursor;
      }
      if (entries.length > 0) return { entries, detach: null };
      this.#listeners.add(listener);
      return { entries, detach: () => this.#listeners.delete(listener) };
    });
  }

  async #readHead(): Promise<StreamCursor> {
    const [events, seq] = await Promise.all([this.#store.load(this.taskId), this.#log.lastSeq(this.taskId)]);
    return { version: events.at(-1)?.version ?? 0, seq };
  }

  #inOrder<T>(work: (head: StreamCursor) => T | Promise<T>): Promise<T> {
    this.#pending += 1;
    const result = this.#tail.then(async () => {
      this.#place ??= await this.#readHead();
      return work(this.#place);
    });
    this.#tail = result
      .catch(() => undefined)
      .finally(() => {
        this.#pending -= 1;
      });
    return result;
  }

  #acted(action: string): void {
    this.lastAction = action;
    this.#onAction(this.taskId);
  }

  #publish(item: StreamItem): void {
    if (!this.#place) return;
    const entry = toEntry(this.#place, item);
    this.#place = entry.cursor;
    for (const listener of this.#listeners) listener(entry);
  }

  async #readAfter(from: StreamCursor, head: StreamCursor): Promise<StreamItem[]> {
    if (from.version >= head.version && from.seq >= head.seq) return [];
    const [events, lines] = await Promise.all([
      this.#store.readStream(this.taskId, from.version, CHUNK),
      this.#log.read(this.taskId, { after: from.seq, limit: CHUNK }),
    ]);
    const known = events.filter((event) => event.version <= head.version);
    return mergeItems(this.taskId, known, lines, {
      eventsEnd: known.at(-1)?.version === head.version || known.length < CHUNK,
      linesEnd: lines.length < CHUNK,
    });
  }
}

/**
 * Merges events and lines into their one order: a line comes after the event it names and before the next.
 * Where one of them goes on beyond what was read, the merge stops before it would have to know more.
 */
export function mergeItems(
  taskId: TaskId,
  events: readonly StoredTaskEvent[],
  lines: readonly LogLine[],
  ends: { readonly eventsEnd: boolean; readonly linesEnd: boolean },
): StreamItem[] {
  const items: StreamItem[] = [];
  let nextEvent = 0;
  let nextLine = 0;
  for (;;) {
    const event = events[nextEvent];
    const line = lines[nextLine];
    if (!event && (!line || !ends.eventsEnd)) return items;
    if (!line && !ends.linesEnd) return items;
    if (line && (!event || line.afterVersion < event.version)) {
      items.push({ kind: 'line', taskId, line });
      nextLine += 1;
    } else if (event) {
      items.push({ kind: 'event', event });
      nextEvent += 1;
    }
  }
}
