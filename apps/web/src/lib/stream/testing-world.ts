import type { StreamFrame } from '@ccs/contract';
import type { HubMessage } from './messages.ts';
import type { HubWorld, SourceEvents } from './stream-hub.ts';

/** A connection that a hub opened in a test. */
export interface OpenedSource {
  readonly url: string;
  readonly topics: readonly string[];
  readonly events: SourceEvents;
  isClosed: boolean;
}

/** A world of a hub in which a test is the server, the clock and the tabs. */
export class TestingWorld implements HubWorld {
  readonly sources: OpenedSource[] = [];
  readonly delivered: { readonly tab: string; readonly message: HubMessage }[] = [];
  #timers: { at: number; run: () => void }[] = [];
  #now = 0;

  open(url: string, events: SourceEvents): { close(): void } {
    const topics = (url.split('topics=')[1] ?? '').split(',');
    const source: OpenedSource = { url, topics, events, isClosed: false };
    this.sources.push(source);
    return {
      close: () => {
        source.isClosed = true;
      },
    };
  }

  deliver(tab: string, message: HubMessage): void {
    this.delivered.push({ tab, message });
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }

  now(): number {
    return this.#now;
  }

  random(): number {
    return 1;
  }

  /** Lets time pass and runs what is due, in order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.#now = due.at;
      due.run();
    }
    this.#now = end;
  }

  get alive(): OpenedSource[] {
    return this.sources.filter((source) => !source.isClosed);
  }

  /** The seqs of the frames that a tab was given, in order. */
  seqsOf(tab: string): number[] {
    return this.delivered.flatMap(({ tab: to, message }) =>
      to === tab && message.type === 'frame' ? [Number(message.frame.cursor.split('-')[1])] : [],
    );
  }

  /** How many messages of a type a tab was given. */
  count(tab: string, type: HubMessage['type']): number {
    return this.delivered.filter((each) => each.tab === tab && each.message.type === type).length;
  }
}

/** A frame of log line `seq` of a task. */
export function frameOf(taskId: string, seq: number): StreamFrame {
  return { type: 'log', taskId, cursor: `1-${seq}` };
}
