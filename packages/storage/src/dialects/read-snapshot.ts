import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.ts';

/** Runs several queries that all see one moment. `work` reads only, and uses only the connection it is given. */
export async function readSnapshot<T>(
  db: Kysely<Tables>,
  work: (connection: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  // SQLite ignores both settings: there every transaction sees one moment.
  return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
}
