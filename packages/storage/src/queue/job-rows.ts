import type { NewJob } from '@ccs/core/kernel/handle-command';
import type { ClaimedJob } from '@ccs/core/ports/job-queue';
import type { JobId, TaskId } from '@ccs/core/vocabulary/ids';
import type { Row } from '../dialects/insert-rows.ts';
import type { JobRow } from '../schema/tables.ts';

/** The row of a new job. Its id is its run's with another prefix: unique and sorted by creation like the run's. */
export function toJobRow(job: NewJob): Row {
  return {
    id: `job_${job.key.slice(job.key.indexOf('_') + 1)}`,
    kind: job.kind,
    key: job.key,
    task_id: job.taskId,
    priority: job.priority,
    attempt: 0,
    lease_owner: null,
    lease_until: null,
  };
}

/** A claimed row as its worker sees it. */
export function toClaimedJob(row: JobRow): ClaimedJob {
  return {
    // Only `toJobRow` writes these columns, from values of these types.
    id: row.id as JobId,
    kind: row.kind as ClaimedJob['kind'],
    key: row.key,
    taskId: row.task_id as TaskId,
    attempt: row.attempt,
  };
}
