import type { StreamFrame, TaskChanged } from '@ccs/contract';
import { backoffMs } from './backoff.ts';
import { furthest, isNewer, type Cursor } from './cursor.ts';
import type { HubMessage, StreamState, TabMessage, Topic } from './messages.ts';
import { TabRegistry } from './tab-registry.ts';

/** What a connection to the server tells its owner. */
export interface SourceEvents {
  ready(): void;
  task(change: TaskChanged): void;
  frame(frame: StreamFrame): void;
  /** The connection is gone; it does not come back by itself. */
  lost(): void;
}

/** The outside world of a hub, so that it can be tested without a browser. Times in milliseconds. */
export interface HubWorld {
  open(url: string, events: SourceEvents): { close(): void };
  deliver(tab: string, message: HubMessage): void;
  after(ms: number, run: () => void): () => void;
  now(): number;
  random(): number;
}

interface Source {
  readonly handle: { close(): void };
  /** How far this connection has got, topic by topic; null: it started live and nothing came yet. */
  readonly places: Map<Topic, Cursor | null>;
}

/** Topics settle for this long before the connection is changed: one navigation is one change. */
const SETTLE_MS = 30;

/**
 * Holds the browser's one event stream for all its tabs: asks for the union of their topics, hands every frame to
 * the tabs that want it and have not had it, and comes back by itself. When the topics change, the new connection
 * is opened before the old one is closed, so nothing falls between them.
 */
export class StreamHub {
  readonly #world: HubWorld;
  readonly #tabs = new TabRegistry();
  #url = '';
  #state: StreamState = 'connecting';
  #current: Source | null = null;
  #next: Source | null = null;
  #attempt = 0;
  #missed = false;
  #cancelTimer: (() => void) | null = null;

  constructor(world: HubWorld) {
    this.#world = world;
  }

  receive(tab: string, message: TabMessage): void {
    if (this.#tabs.sweep(this.#world.now())) this.#settle();
    switch (message.type) {
      case 'subscribe':
        this.#url = message.url;
        this.#tabs.set(tab, message.topics, this.#world.now());
        this.#world.deliver(tab, { type: 'state', state: this.#state });
        this.#settle();
        break;
      case 'ping':
        if (!this.#tabs.touch(tab, this.#world.now())) this.#world.deliver(tab, { type: 'resubscribe' });
        break;
      case 'wake':
        if (this.#state === 'offline') this.#reopen();
        break;
      case 'bye':
        if (this.#tabs.remove(tab)) this.#settle();
        break;
    }
  }

  #settle(): void {
    if (this.#state === 'offline') return;
    this.#schedule(SETTLE_MS, () => {
      if (!this.#fits(this.#next ?? this.#current)) this.#reopen();
    });
  }

  #schedule(ms: number, run: () => void): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.#world.after(ms, () => {
      this.#cancelTimer = null;
      run();
    });
  }

  /** Whether this connection brings exactly the wanted topics, none of them already past what a tab still needs. */
  #fits(source: Source | null): boolean {
    const wanted = this.#tabs.union();
    if (source === null) return wanted.size === 0;
    if (wanted.size !== source.places.size) return false;
    return [...wanted].every(([topic, cursor]) => {
      const place = source.places.get(topic);
      if (place === undefined) return false;
      return topic === 'tasks' || cursor === null || (place !== null && !isNewer(place, cursor));
    });
  }

  #reopen(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#next?.handle.close();
    this.#next = null;
    const wanted = this.#tabs.union();
    if (wanted.size === 0) {
      this.#current?.handle.close();
      this.#current = null;
      this.#enter('connecting');
      return;
    }
    const query = [...wanted].map(([topic, cursor]) => (cursor === null ? topic : `${topic}@${cursor}`));
    const places = new Map(wanted);
    const source: Source = {
      places,
      handle: this.#world.open(`${this.#url}?topics=${query.join(',')}`, {
        ready: () => this.#ready(source),
        task: (change) => this.#task(source, change),
        frame: (frame) => this.#frame(source, frame),
        lost: () => this.#lost(source),
      }),
    };
    this.#next = source;
  }

  #ready(source: Source): void {
    if (source !== this.#next) return;
    const before = this.#current;
    before?.handle.close();
    this.#current = source;
    this.#next = null;
    this.#attempt = 0;
    this.#enter('online');
    const isFresh = this.#missed || !before?.places.has('tasks');
    this.#missed = false;
    if (isFresh) this.#tell(this.#tabs.ids(), { type: 'resync' });
    if (!this.#fits(source)) this.#settle();
  }

  #task(source: Source, change: TaskChanged): void {
    if (!this.#isOpen(source)) return;
    this.#tell(this.#tabs.wanting('tasks'), { type: 'task', change });
  }

  #frame(source: Source, frame: StreamFrame): void {
    if (!this.#isOpen(source)) return;
    const topic: Topic = `task:${frame.taskId}`;
    const place = source.places.get(topic) ?? null;
    source.places.set(topic, place === null ? frame.cursor : furthest(place, frame.cursor));
    this.#tell(this.#tabs.advance(topic, frame.cursor), { type: 'frame', frame });
  }

  #lost(source: Source): void {
    if (!this.#isOpen(source)) return;
    source.handle.close();
    if (source === this.#current) this.#current = null;
    else this.#next = null;
    this.#missed = true;
    if (this.#next !== null) return;
    if (this.#current === null) this.#enter('offline');
    this.#schedule(backoffMs(this.#attempt, this.#world.random()), () => this.#reopen());
    this.#attempt += 1;
  }

  #isOpen(source: Source): boolean {
    return source === this.#current || source === this.#next;
  }

  #enter(state: StreamState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#tell(this.#tabs.ids(), { type: 'state', state });
  }

  #tell(tabs: readonly string[], message: HubMessage): void {
    for (const tab of tabs) this.#world.deliver(tab, message);
  }
}
