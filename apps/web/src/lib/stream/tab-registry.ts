import { earliest, furthest, isNewer, type Cursor } from './cursor.ts';
import type { Topic, Topics } from './messages.ts';

/** A tab that is silent for longer is gone; browsers wake a hidden tab's timers at least once a minute. */
export const TAB_SILENCE_MS = 150_000;

interface Tab {
  topics: Map<Topic, Cursor | null>;
  seenAt: number;
}

/** What every tab wants and how far each has got. Times in milliseconds. */
export class TabRegistry {
  readonly #tabs = new Map<string, Tab>();

  get isEmpty(): boolean {
    return this.#tabs.size === 0;
  }

  ids(): string[] {
    return [...this.#tabs.keys()];
  }

  set(id: string, topics: Topics, now: number): void {
    const entries = Object.entries(topics) as [Topic, Cursor | null][];
    this.#tabs.set(id, { topics: new Map(entries), seenAt: now });
  }

  /** Notes a sign of life; false when the tab is unknown. */
  touch(id: string, now: number): boolean {
    const tab = this.#tabs.get(id);
    if (tab) tab.seenAt = now;
    return tab !== undefined;
  }

  remove(id: string): boolean {
    return this.#tabs.delete(id);
  }

  /** Drops the tabs that vanished; true when there were any. */
  sweep(now: number): boolean {
    const gone = this.ids().filter((id) => now - (this.#tabs.get(id)?.seenAt ?? 0) > TAB_SILENCE_MS);
    return gone.map((id) => this.remove(id)).includes(true);
  }

  wanting(topic: Topic): string[] {
    return this.ids().filter((id) => this.#tabs.get(id)?.topics.has(topic));
  }

  /** The tabs that have not seen this place of the topic yet; from now on they have. */
  advance(topic: Topic, cursor: Cursor): string[] {
    return this.wanting(topic).filter((id) => {
      const topics = this.#tabs.get(id)?.topics;
      const before = topics?.get(topic) ?? null;
      if (before !== null && !isNewer(cursor, before)) return false;
      topics?.set(topic, before === null ? cursor : furthest(cursor, before));
      return true;
    });
  }

  /** All topics, each from the place of the tab that is furthest behind. */
  union(): Map<Topic, Cursor | null> {
    const union = new Map<Topic, Cursor | null>();
    for (const { topics } of this.#tabs.values()) {
      for (const [topic, cursor] of topics) {
        const known = union.get(topic) ?? null;
        union.set(topic, known !== null && cursor !== null ? earliest(known, cursor) : (cursor ?? known));
      }
    }
    return union;
  }
}
