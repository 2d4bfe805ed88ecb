import type { StreamFrame, TaskChanged } from '@ccs/contract';
import { furthest, isNewer, type Cursor } from './cursor.ts';
import type { HubMessage, HubPort, StreamState, Topic } from './messages.ts';

/** What a part of the page does with what comes. */
export interface StreamListener {
  task?(change: TaskChanged): void;
  frame?(frame: StreamFrame): void;
  /** Changes may have been missed: read again. */
  resync?(): void;
}

interface Subscription {
  readonly topic: Topic;
  cursor: Cursor | null;
  readonly listener: StreamListener;
}

/** A tab's side of the stream: many subscriptions, one port to the hub, nothing delivered twice. */
export class StreamClient {
  readonly #url: string;
  readonly #connect: (receive: (message: HubMessage) => void) => HubPort;
  #port: HubPort | null = null;
  readonly #subscriptions = new Set<Subscription>();
  readonly #watchers = new Set<() => void>();
  #state: StreamState = 'connecting';
  #isAnnouncing = false;

  constructor(url: string, connect: (receive: (message: HubMessage) => void) => HubPort) {
    this.#url = url;
    this.#connect = connect;
  }

  get state(): StreamState {
    return this.#state;
  }

  /** Calls `watcher` after every change of `state`. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Starts to listen, from `cursor` on or (null) from now on. Returns how to stop. */
  subscribe(topic: Topic, cursor: Cursor | null, listener: StreamListener): () => void {
    const subscription: Subscription = { topic, cursor, listener };
    this.#subscriptions.add(subscription);
    this.#announceSoon();
    return () => {
      this.#subscriptions.delete(subscription);
      this.#announceSoon();
    };
  }

  /** A sign of life, so that the hub keeps this tab's topics. */
  ping(): void {
    this.#port?.send({ type: 'ping' });
  }

  /** The network or the page came back: try at once. */
  wake(): void {
    this.ping();
    this.#port?.send({ type: 'wake' });
  }

  /** The page goes away. */
  leave(): void {
    this.#port?.send({ type: 'bye' });
  }

  #announceSoon(): void {
    if (this.#isAnnouncing) return;
    this.#isAnnouncing = true;
    queueMicrotask(() => {
      this.#isAnnouncing = false;
      this.#announce();
    });
  }

  #announce(): void {
    this.#port ??= this.#connect((message) => this.#receive(message));
    const topics: Partial<Record<Topic, Cursor | null>> = {};
    for (const { topic, cursor } of this.#subscriptions) {
      const known = topics[topic];
      const isEarlier = known === undefined || known === null || (cursor !== null && isNewer(known, cursor));
      if (isEarlier) topics[topic] = cursor ?? known ?? null;
    }
    this.#port.send({ type: 'subscribe', url: this.#url, topics });
  }

  #receive(message: HubMessage): void {
    switch (message.type) {
      case 'state':
        this.#state = message.state;
        for (const watcher of this.#watchers) watcher();
        break;
      case 'task':
        for (const { topic, listener } of this.#subscriptions) {
          if (topic === 'tasks') listener.task?.(message.change);
        }
        break;
      case 'frame':
        this.#frame(message.frame);
        break;
      case 'resync':
        for (const { listener } of this.#subscriptions) listener.resync?.();
        break;
      case 'resubscribe':
        this.#announceSoon();
        break;
    }
  }

  #frame(frame: StreamFrame): void {
    for (const subscription of this.#subscriptions) {
      if (subscription.topic !== `task:${frame.taskId}`) continue;
      const { cursor } = subscription;
      if (cursor !== null && !isNewer(frame.cursor, cursor)) continue;
      subscription.cursor = cursor === null ? frame.cursor : furthest(cursor, frame.cursor);
      subscription.listener.frame?.(frame);
    }
  }
}
