import { CompiledQuery } from 'kysely';
import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import type { Database } from './database.ts';

const COMMIT = CompiledQuery.raw('commit');
const ROLLBACK = CompiledQuery.raw('rollback');

/**
 * Runs `work` in a transaction that no other writer overlaps. Commits when it resolves, rolls back when it
 * rejects. `work` uses only the connection it is given.
 */
export async function writeTransaction<T>(
  database: Database,
  work: (connection: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return await database.db.connection().execute(async (connection) => {
    try {
      await connection.executeQuery(database.beginWrite);
      const result = await work(connection);
      await connection.executeQuery(COMMIT);
      return result;
    } catch (error) {
      // The first error is the one that explains; a rollback fails only when the connection is gone.
      await connection.executeQuery(ROLLBACK).catch(() => undefined);
      throw error;
    }
  });
}
