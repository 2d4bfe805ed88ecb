import type { Clock } from '@ccs/core/kernel/clock';
import type { ClaimedJob, JobQueue } from '@ccs/core/ports/job-queue';
import { Pump } from './pump.ts';

const LEASE_MS = 30_000;
const HEARTBEAT_MS = 10_000;
/** After a handler failed. */
const AGAIN_MS = 2000;
/** How often it looks without being woken: for leases that expired. */
const LOOK_MS = 15_000;

export type JobHandler = (job: ClaimedJob) => Promise<void>;

export interface JobWorkerDeps {
  readonly jobs: JobQueue;
  readonly clock: Clock;
  readonly workerId: string;
  readonly concurrency: number;
  readonly handle: JobHandler;
  readonly onError: (error: unknown, context: object) => void;
}

/** Claims jobs and has them done, a bounded number at a time. */
export class JobWorker {
  readonly #deps: JobWorkerDeps;
  readonly #held = new Set<Promise<void>>();
  readonly #pump: Pump;
  #timer: NodeJS.Timeout | null = null;

  constructor(deps: JobWorkerDeps) {
    this.#deps = deps;
    this.#pump = new Pump(
      () => this.#claimAll(),
      (error) => deps.onError(error, {}),
    );
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), LOOK_MS);
    this.wake();
  }

  /** There may be a job, or a free place. */
  wake(): void {
    this.#pump.wake();
  }

  /** Takes no more jobs; resolves when those it holds are done. */
  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#pump.close();
    await Promise.allSettled(this.#held);
  }

  async #claimAll(): Promise<void> {
    while (this.#held.size < this.#deps.concurrency && !this.#pump.closed) {
      const job = await this.#claim();
      if (!job) return;
      const work = this.#work(job).finally(() => {
        this.#held.delete(work);
        this.wake();
      });
      this.#held.add(work);
    }
  }

  #claim(): Promise<ClaimedJob | null> {
    const { jobs, clock, workerId } = this.#deps;
    return jobs.claim({ workerId, now: clock.now(), leaseUntil: this.#in(LEASE_MS) });
  }

  async #work(job: ClaimedJob): Promise<void> {
    const { jobs, workerId, handle, onError } = this.#deps;
    const heartbeat = setInterval(() => {
      jobs
        .heartbeat({ jobId: job.id, workerId, leaseUntil: this.#in(LEASE_MS) })
        .catch((error: unknown) => onError(error, { jobId: job.id }));
    }, HEARTBEAT_MS);
    try {
      await handle(job);
      await jobs.complete({ jobId: job.id, workerId });
    } catch (error) {
      onError(error, { jobId: job.id, key: job.key });
      await this.#giveBack(job);
    } finally {
      clearInterval(heartbeat);
    }
  }

  /** Lets the job be claimed again soon; if even that cannot be stored, its lease runs out by itself. */
  async #giveBack(job: ClaimedJob): Promise<void> {
    const { jobs, workerId, onError } = this.#deps;
    try {
      await jobs.heartbeat({ jobId: job.id, workerId, leaseUntil: this.#in(AGAIN_MS) });
      if (!this.#pump.closed) setTimeout(() => this.wake(), AGAIN_MS).unref();
    } catch (error) {
      onError(error, { jobId: job.id });
    }
  }

  #in(milliseconds: number): string {
    return new Date(Date.parse(this.#deps.clock.now()) + milliseconds).toISOString();
  }
}
