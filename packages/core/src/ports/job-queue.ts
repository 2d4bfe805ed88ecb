import type { JobKind } from '../kernel/handle-command.ts';
import type { Timestamp } from '../kernel/event.ts';
import type { JobId, TaskId } from '../vocabulary/ids.ts';

/** A job that a worker holds: nobody else may work on it until the lease expires. */
export interface ClaimedJob {
  readonly id: JobId;
  readonly kind: JobKind;
  /** The run id of a run, the task id of a clean-up. */
  readonly key: string;
  readonly taskId: TaskId;
  /** 1 for the first claim. */
  readonly attempt: number;
}

/** Work stored with the events that want it. A worker that dies loses its lease, and the job can be claimed again. */
export interface JobQueue {
  /** The next claimable job by priority, then age; null when there is none. */
  claim(input: { workerId: string; now: Timestamp; leaseUntil: Timestamp }): Promise<ClaimedJob | null>;
  /** Prolongs the lease; false when this worker no longer holds the job. */
  heartbeat(input: { jobId: JobId; workerId: string; leaseUntil: Timestamp }): Promise<boolean>;
  /** Ends the job; false when this worker no longer holds it. */
  complete(input: { jobId: JobId; workerId: string }): Promise<boolean>;
  /** Gives up all leases, whoever holds them: for a server that starts as the only one. Returns how many. */
  releaseAll(): Promise<number>;
  /** The number of jobs that wait, and that are held. */
  counts(now: Timestamp): Promise<{ waiting: number; held: number }>;
}
