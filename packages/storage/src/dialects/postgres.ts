import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import { APPEND_LOCK } from './advisory-locks.ts';
import type { Database } from './database.ts';

const OID_INT8 = 20;
const OID_NUMERIC = 1700;

/**
 * Opens a PostgreSQL database by its URL, with at most `maxConnections` connections. The driver is loaded only
 * here: a server on SQLite does not pay for it.
 */
export async function openPostgres(databaseUrl: string, maxConnections = 10): Promise<Database> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: maxConnections,
    types: {
      // count(*), sum() and identity columns arrive as text otherwise; all of ours stay below 2^53.
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === OID_INT8 || oid === OID_NUMERIC ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // Without a listener, a connection that breaks while idle would end the process; the pool replaces it.
  pool.on('error', () => undefined);
  return {
    kind: 'postgres',
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    // One round trip. The lock is held until the commit is visible, so positions become visible in order.
    beginWrite: CompiledQuery.raw(`begin; select pg_advisory_xact_lock(${APPEND_LOCK})`),
  };
}
