import { evolve, type TaskState } from '@ccs/core/task/model/state';
import type { Kysely } from 'kysely';
import type { Database } from '../dialects/database.ts';
import { writeTransaction } from '../dialects/write-transaction.ts';
import { toStoredEvent } from '../event-store/event-rows.ts';
import type { Tables } from '../schema/tables.ts';
import type { Projection } from './projection.ts';

const STREAMS_PER_PAGE = 500;
const EVENTS_PER_PAGE = 1000;

/**
 * Writes all read models anew from the events, in one transaction, stream by stream. Returns the number of
 * streams.
 */
export async function rebuildProjections(
  database: Database,
  projections: readonly Projection[],
): Promise<number> {
  return await writeTransaction(database, async (connection) => {
    for (const projection of projections) await projection.clear(connection);
    let streams = 0;
    for (let page = await nextStreams(connection, ''); page.length > 0; ) {
      for (const taskId of page) {
        const state = await foldStream(connection, taskId);
        if (state) for (const projection of projections) await projection.write(connection, null, state);
        streams += 1;
      }
      page = await nextStreams(connection, page.at(-1) ?? '');
    }
    return streams;
  });
}

async function nextStreams(connection: Kysely<Tables>, afterTaskId: string): Promise<readonly string[]> {
  const rows = await connection
    .selectFrom('events')
    .select('task_id')
    .where('version', '=', 1)
    .where('task_id', '>', afterTaskId)
    .orderBy('task_id')
    .limit(STREAMS_PER_PAGE)
    .execute();
  return rows.map((row) => row.task_id);
}

async function foldStream(connection: Kysely<Tables>, taskId: string): Promise<TaskState | null> {
  let state: TaskState | null = null;
  for (;;) {
    const rows = await connection
      .selectFrom('events')
      .selectAll()
      .where('task_id', '=', taskId)
      .where('version', '>', state?.version ?? 0)
      .orderBy('version')
      .limit(EVENTS_PER_PAGE)
      .execute();
    for (const row of rows) state = evolve(state, toStoredEvent(row));
    if (rows.length < EVENTS_PER_PAGE) return state;
  }
}
