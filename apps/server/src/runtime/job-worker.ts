import type { Clock } from '@ccs/core/kernel/clock';
import type { ClaimedJob, JobQueue } from '@ccs/core/ports/job-queue';

const LEASE_MS = 30_000;
const HEARTBEAT_MS = 10_000;
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
  #claiming: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(deps: JobWorkerDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), LOOK_MS);
    this.wake();
  }

  /** There may be a job, or a free place. */
  wake(): void {
    if (this.#closed) return;
    this.#again = true;
    this.#claiming ??= this.#claimAll().finally(() => {
      this.#claiming = null;
    });
  }

  /** Takes no more jobs; resolves when those it holds are done. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearInterval(this.#timer);
    await this.#claiming;
    await Promise.allSettled(this.#held);
  }

  async #claimAll(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        while (this.#held.size < this.#deps.concurrency && !this.#closed) {
          const job = await this.#claim();
          if (!job) break;
          const work = this.#work(job).finally(() => {
            this.#held.delete(work);
            this.wake();
          });
          this.#held.add(work);
        }
      } catch (error) {
        this.#deps.onError(error, {});
      }
    }
  }

  #claim(): Promise<ClaimedJob | null> {
    const { jobs, clock, workerId } = this.#deps;
    return jobs.claim({ workerId, now: clock.now(), leaseUntil: this.#leaseUntil() });
  }

  async #work(job: ClaimedJob): Promise<void> {
    const { jobs, workerId, handle, onError } = this.#deps;
    const heartbeat = setInterval(() => {
      jobs
        .heartbeat({ jobId: job.id, workerId, leaseUntil: this.#leaseUntil() })
        .catch((error: unknown) => onError(error, { jobId: job.id }));
    }, HEARTBEAT_MS);
    try {
      await handle(job);
      await jobs.complete({ jobId: job.id, workerId });
    } catch (error) {
      // The lease runs out by itself; then the job is claimed again.
      onError(error, { jobId: job.id, key: job.key });
    } finally {
      clearInterval(heartbeat);
    }
  }

  #leaseUntil(): string {
    return new Date(Date.parse(this.#deps.clock.now()) + LEASE_MS).toISOString();
  }
}
