import type { EventStore } from '@ccs/core/ports/event-store';
import { type Selectable, sql } from 'kysely';
import type { Database } from '../dialects/database.ts';
import type { EventRow } from '../schema/tables.ts';
import { toStoredEvent } from './event-rows.ts';
import { fixedQuery } from '../dialects/fixed-query.ts';

type StoredRow = Selectable<EventRow>;

/** What can be read from the event store. */
export function createReads({ db }: Database): Omit<EventStore, 'append'> {
  const stream = fixedQuery(db, sql<StoredRow>`select * from events where task_id = ${''} order by version`);
  const streamAfter = fixedQuery(
    db,
    sql<StoredRow>`select * from events
      where task_id = ${''} and version > ${0} order by version limit ${0}`,
  );
  const allAfter = fixedQuery(
    db,
    sql<StoredRow>`select * from events where position > ${0} order by position limit ${0}`,
  );
  const last = fixedQuery(db, sql<{ position: number | null }>`select max(position) as position from events`);
  return {
    async load(taskId) {
      return (await stream(db, taskId)).map(toStoredEvent);
    },
    async readStream(taskId, afterVersion, limit) {
      return (await streamAfter(db, taskId, afterVersion, limit)).map(toStoredEvent);
    },
    async readAll(afterPosition, limit) {
      return (await allAfter(db, afterPosition, limit)).map(toStoredEvent);
    },
    async lastPosition() {
      const [row] = await last(db);
      return row?.position ?? 0;
    },
  };
}
