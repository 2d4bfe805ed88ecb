import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { DatabaseKind } from '../dialects/column-types.ts';
import { type DatabaseOptions, type OpenDatabase, openDatabase } from '../open-database.ts';
import { createDatabase, dropDatabase, withDatabase } from './postgres-admin.ts';

/** The kinds of databases that tests can use on this machine. */
export function availableDatabases(): readonly DatabaseKind[] {
  return inject('postgres') === null ? ['sqlite'] : ['sqlite', 'postgres'];
}

/** A database of a test's own: empty, with the current schema. */
export interface TestDatabase {
  readonly options: DatabaseOptions;
  readonly database: OpenDatabase;
  /** Opens it once more, as another process would. The caller closes it. */
  reopen(): Promise<OpenDatabase>;
  /** Closes it and removes everything. */
  dispose(): Promise<void>;
}

/** Opens a new database of either kind. */
export async function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ccs-data-'));
  const { options, drop } = kind === 'sqlite' ? sqlite(dataDir) : await postgres(dataDir);
  const database = await openDatabase(options);
  return {
    options,
    database,
    reopen: () => openDatabase(options),
    async dispose() {
      await database.close();
      await drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function sqlite(dataDir: string) {
  return { options: { dataDir }, drop: async () => undefined };
}

async function postgres(dataDir: string) {
  const server = inject('postgres');
  if (server === null) throw new Error('there is no PostgreSQL on this machine');
  const name = await createDatabase(server.url, server.template);
  return {
    options: { dataDir, databaseUrl: withDatabase(server.url, name) },
    drop: () => dropDatabase(server.url, name),
  };
}
