import type { EventStore } from '@ccs/core/ports/event-store';
import type { Database } from '../dialects/database.ts';
import type { Projection } from '../projections/projection.ts';
import { createAppend } from './append.ts';
import { createReads } from './read.ts';

/**
 * The event store on either database.
 * @param projections what is written in the transaction of the events; none for events alone.
 */
export function openEventStore(database: Database, projections: readonly Projection[]): EventStore {
  return { ...createReads(database), append: createAppend(database, projections) };
}
