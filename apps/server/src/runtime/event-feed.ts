import type { EventStore } from '@ccs/core/ports/event-store';
import type { StoredTaskEvent } from '@ccs/core/task/model/events';
import { Pump } from './pump.ts';

export type FeedListener = (events: readonly StoredTaskEvent[]) => void;

const BATCH = 500;

/**
 * After a commit: reads what is new by global position and gives it to every listener, in order, each event once.
 * What was there before `start` is not given; listeners that must not miss anything read the store from a position.
 */
export class EventFeed {
  readonly #store: EventStore;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<FeedListener>();
  readonly #pump: Pump;
  #position = 0;

  constructor(store: EventStore, onError: (error: unknown) => void) {
    this.#store = store;
    this.#onError = onError;
    this.#pump = new Pump(() => this.#readNew(), onError);
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
    this.#pump.wake();
  }

  async close(): Promise<void> {
    await this.#pump.close();
  }

  async #readNew(): Promise<void> {
    for (;;) {
      const events = await this.#store.readAll(this.#position, BATCH);
      const last = events.at(-1);
      if (!last) return;
      this.#position = last.position;
      for (const listener of this.#listeners) this.#tell(listener, events);
      if (events.length < BATCH) return;
    }
  }

  /** One listener's defect must not keep the events from the others. */
  #tell(listener: FeedListener, events: readonly StoredTaskEvent[]): void {
    try {
      listener(events);
    } catch (error) {
      this.#onError(error);
    }
  }
}
