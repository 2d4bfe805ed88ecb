import type { JobQueue } from '@ccs/core/ports/job-queue';
import { sql } from 'kysely';
import { COLUMN_TYPES } from '../dialects/column-types.ts';
import type { Database } from '../dialects/database.ts';
import type { JobRow } from '../schema/tables.ts';
import { toClaimedJob } from './job-rows.ts';

/** The queue over the table `jobs`. A job that is done is deleted; its run keeps what happened. */
export function openJobQueue({ kind, db }: Database): JobQueue {
  const { claimLock } = COLUMN_TYPES[kind];
  return {
    async claim({ workerId, now, leaseUntil }) {
      const { rows } = await sql<JobRow>`
        update jobs set lease_owner = ${workerId}, lease_until = ${leaseUntil}, attempt = attempt + 1
        where id = (
          select id from jobs where lease_until is null or lease_until <= ${now}
          order by priority desc, id limit 1 ${claimLock})
        returning *`.execute(db);
      return rows[0] ? toClaimedJob(rows[0]) : null;
    },

    async heartbeat({ jobId, workerId, leaseUntil }) {
      const result = await db
        .updateTable('jobs')
        .set({ lease_until: leaseUntil })
        .where('id', '=', jobId)
        .where('lease_owner', '=', workerId)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async complete({ jobId, workerId }) {
      const result = await db
        .deleteFrom('jobs')
        .where('id', '=', jobId)
        .where('lease_owner', '=', workerId)
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },

    async releaseAll() {
      const result = await db
        .updateTable('jobs')
        .set({ lease_owner: null, lease_until: null })
        .where('lease_owner', 'is not', null)
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },

    async counts(now) {
      const { rows } = await sql<{ total: number; held: number | null }>`
        select count(*) as total, sum(case when lease_until > ${now} then 1 else 0 end) as held
        from jobs`.execute(db);
      const held = rows[0]?.held ?? 0;
      return { waiting: (rows[0]?.total ?? 0) - held, held };
    },
  };
}
