import type { EventStore } from '@ccs/core/ports/event-store';
import type { StoredTaskEvent } from '@ccs/core/task/model/events';

export type FeedListener = (events: readonly StoredTaskEvent[]) => void;

const BATCH = 500;
const RETRY_MS = 1000;

/**
 * After a commit: reads what is new by global position and gives it to every listener, in order, each event once.
 * What was there before `start` is not given; listeners that must not miss anything read the store from a position.
 */
export class EventFeed {
  readonly #store: EventStore;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<FeedListener>();
  #position = 0;
  #pumping: Promise<void> | null = null;
  #again = false;
  #closed = false;

  constructor(store: EventStore, onError: (error: unknown) => void) {
    this.#store = store;
    this.#onError = onError;
  }

  async start(): Promise<void> {
    this.#position = await this.#store.lastPosition();
  }

  /** Returns the way to end the subscription. */
  subscribe(listener: FeedListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something was committed. */
  wake(): void {
    if (this.#closed) return;
    this.#again = true;
    this.#pumping ??= this.#pump().finally(() => {
      this.#pumping = null;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#pumping;
  }

  async #pump(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        await this.#readNew();
      } catch (error) {
        this.#onError(error);
        this.#again = true;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  async #readNew(): Promise<void> {
    for (;;) {
      const events = await this.#store.readAll(this.#position, BATCH);
      const last = events.at(-1);
      if (!last) return;
      this.#position = last.position;
      for (const listener of this.#listeners) listener(events);
      if (events.length < BATCH) return;
    }
  }
}
