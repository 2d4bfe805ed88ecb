import type { RunReporter } from '@ccs/core/ports/agent-runner';
import type { NewLogLine } from '@ccs/core/ports/task-log';
import { patiently } from './patiently.ts';

type Report =
  | { readonly kind: 'line'; readonly line: NewLogLine }
  | { readonly kind: 'fact'; readonly tell: () => Promise<void> };

/** Reports that may wait in memory before reading from the agent pauses. */
const MAX_WAITING = 2_000;
const MAX_BATCH = 500;
/** A store that does not take anything for this long is broken. */
const STALL_MS = 60_000;

/**
 * Hands reports to the reporter one batch after the other, in order, without making the reading of the agent's output
 * wait for storage. Bounded: when it is full, `room` makes the reader wait. A report that is refused is tried again a few
 * times: one error of the store does not end a run.
 */
export class ReportQueue {
  readonly #reporter: Pick<RunReporter, 'log'>;
  readonly #isStopped: () => boolean;
  readonly #waiting: Report[] = [];
  #failure: unknown = null;
  #working: Promise<void> | null = null;
  #wake: (() => void)[] = [];

  /** @param isStopped true once somebody waits for the end of the run: then a failing store is given up sooner. */
  constructor(reporter: Pick<RunReporter, 'log'>, isStopped: () => boolean) {
    this.#reporter = reporter;
    this.#isStopped = isStopped;
  }

  log(line: NewLogLine): void {
    this.#add({ kind: 'line', line });
  }

  /** Tells a fact when everything before it is told; `tell` may be called again when it fails. */
  fact(tell: () => Promise<void>): void {
    this.#add({ kind: 'fact', tell });
  }

  /**
   * Resolves when there is room for more.
   * @throws what the reporter threw, or an error when it did not take anything for a minute.
   */
  async room(): Promise<void> {
    while (this.#waiting.length >= MAX_WAITING && this.#failure === null) {
      const before = this.#waiting.length;
      let timer: NodeJS.Timeout | undefined;
      const stalled = new Promise<true>((resolve) => {
        timer = setTimeout(() => resolve(true), STALL_MS);
      });
      const moved = new Promise<false>((resolve) => this.#wake.push(() => resolve(false)));
      const isStalled = await Promise.race([stalled, moved]);
      clearTimeout(timer);
      if (isStalled && this.#waiting.length >= before) {
        throw new Error('The log could not be written for a minute.');
      }
    }
    if (this.#failure !== null) throw this.#failure;
  }

  /** Resolves when everything is handed over. @throws what the reporter threw. */
  async drain(): Promise<void> {
    while (this.#working) await this.#working;
    if (this.#failure !== null) throw this.#failure;
  }

  #add(report: Report): void {
    if (this.#failure !== null) return;
    this.#waiting.push(report);
    this.#working ??= this.#work();
  }

  async #work(): Promise<void> {
    // Lines that arrive in the same tick go together.
    await Promise.resolve();
    try {
      while (this.#waiting.length > 0) {
        await this.#handOver();
        for (const wake of this.#wake.splice(0)) wake();
      }
    } catch (error) {
      this.#failure = error;
      this.#waiting.length = 0;
      for (const wake of this.#wake.splice(0)) wake();
    } finally {
      this.#working = null;
    }
  }

  async #handOver(): Promise<void> {
    const first = this.#waiting[0];
    if (first?.kind === 'fact') {
      this.#waiting.shift();
      return patiently(first.tell, this.#isStopped);
    }
    const lines: NewLogLine[] = [];
    for (const report of this.#waiting) {
      if (report.kind !== 'line' || lines.length === MAX_BATCH) break;
      lines.push(report.line);
    }
    this.#waiting.splice(0, lines.length);
    return patiently(() => this.#reporter.log(lines), this.#isStopped);
  }
}
