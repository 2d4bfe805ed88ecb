import { Migrator } from 'kysely';
import { COLUMN_TYPES, type ColumnTypes } from '../dialects/column-types.ts';
import type { Database } from '../dialects/database.ts';
import type { Kysely } from 'kysely';
import { createTaskTables } from './0001-tasks.ts';
import { createPeopleTables } from './0002-people-and-quality.ts';
import { createSecretTables } from './0003-secrets.ts';

/** Every migration by its name, in the order of the names. A published one is never changed. */
const MIGRATIONS: Readonly<Record<string, (db: Kysely<unknown>, types: ColumnTypes) => Promise<void>>> = {
  '0001-tasks': createTaskTables,
  '0002-people-and-quality': createPeopleTables,
  '0003-secrets': createSecretTables,
};

/**
 * Brings the schema up to date in one transaction; a failed migration leaves nothing behind.
 * @throws the database's own error, or one that names a migration which this version does not know.
 */
export async function migrate(database: Database): Promise<void> {
  const types = COLUMN_TYPES[database.kind];
  const migrations = Object.fromEntries(
    Object.entries(MIGRATIONS).map(([name, up]) => [name, { up: (db: Kysely<unknown>) => up(db, types) }]),
  );
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: async () => migrations },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
