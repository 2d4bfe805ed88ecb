import type { StreamFrame } from '@ccs/contract';
import { readSse } from '@ccs/server/testing/sse-client';
import { EventEmitter, once } from 'node:events';

/** Nothing that a benchmark waits for takes longer. */
const PATIENCE_MS = 180_000;

/** A frame of a task's stream, and when it arrived, in milliseconds of `now()`. */
export interface Arrival {
  readonly frame: StreamFrame;
  readonly at: number;
}

/** The time of this process in milliseconds since 1970, finer than `Date.now()`. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/** Follows a task's stream from its beginning until the server ends it. */
export class TaskFrames {
  readonly #arrivals: Arrival[] = [];
  readonly #news = new EventEmitter();
  readonly #gone: Promise<never>;

  /** @param origin such as `http://127.0.0.1:3333` */
  constructor(origin: string, taskId: string) {
    this.#gone = readSse(`${origin}/api/tasks/${taskId}/stream`, {
      until: ({ data }) => {
        this.#arrivals.push({ at: now(), frame: JSON.parse(data) as StreamFrame });
        this.#news.emit('frame');
        return false;
      },
    }).then(() => {
      throw new Error('the stream ended');
    });
    // It ends with the server; only who waits for a frame then has lost something.
    this.#gone.catch(() => undefined);
  }

  /**
   * The next frame of that kind, each given once, in order; those before it are passed over.
   * @throws Error when the task fails, the stream ends, or nothing of the kind arrives for three minutes.
   */
  async next(isWanted: (frame: StreamFrame) => boolean): Promise<Arrival> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    for (;;) {
      for (let next = this.#arrivals.shift(); next; next = this.#arrivals.shift()) {
        const { type, event } = next.frame;
        if (isWanted(next.frame)) return next;
        if (type === 'error') throw new Error(`the task failed: ${JSON.stringify(event?.payload)}`);
      }
      await Promise.race([once(this.#news, 'frame', { signal }), this.#gone]);
    }
  }
}
