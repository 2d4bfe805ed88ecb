import type { AppendResult } from '@ccs/core/kernel/handle-command';
import type { EventStore } from '@ccs/core/ports/event-store';
import { sql } from 'kysely';
import type { Database } from '../dialects/database.ts';
import { RowInserter } from '../dialects/insert-rows.ts';
import { writeTransaction } from '../dialects/write-transaction.ts';
import type { Projection } from '../projections/projection.ts';
import { toJobRow } from '../queue/job-rows.ts';
import { toEventRow } from './event-rows.ts';
import { fixedQuery } from '../dialects/fixed-query.ts';

/**
 * One transaction for events, read models and jobs. No two writers overlap, so what is checked at its beginning
 * holds until its end; the unique constraints stay as the last line.
 */
export function createAppend(database: Database, projections: readonly Projection[]): EventStore['append'] {
  const { db } = database;
  // Of no command (null) there are no events: nothing equals null.
  const standOf = fixedQuery(
    db,
    sql<{ version: number | null; known: number }>`select
      (select max(version) from events where task_id = ${''}) as version,
      (select count(*) from events where task_id = ${''} and command_id = ${''}) as known`,
  );
  const events = new RowInserter(db, 'events', { kind: 'fail' }, 'position');
  const jobs = new RowInserter(db, 'jobs', { kind: 'replace', key: ['key'], only: ['priority'] });

  return async (input): Promise<AppendResult> =>
    await writeTransaction(database, async (connection) => {
      const [stand] = await standOf(connection, input.taskId, input.taskId, input.commandId);
      if ((stand?.known ?? 0) > 0) return { kind: 'duplicate' };
      if ((stand?.version ?? 0) !== input.expectedVersion) return { kind: 'conflict' };

      const inserted = await events.insert(connection, input.events.map(toEventRow));
      for (const projection of projections) await projection.write(connection, input.before, input.after);
      await jobs.insert(connection, input.jobs.map(toJobRow));
      return { kind: 'appended', positions: positionsOf(inserted) };
    });
}

/** Positions count up in the order of the rows; only the order in which they are returned is not promised. */
function positionsOf(inserted: readonly unknown[]): readonly number[] {
  return inserted.map((row) => (row as { position: number }).position).sort((a, b) => a - b);
}
