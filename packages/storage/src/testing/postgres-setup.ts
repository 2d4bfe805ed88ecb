import { openDatabase } from '../open-database.ts';
import { createDatabase, dropDatabase, withDatabase } from './postgres-admin.ts';
import { startPostgres } from './start-postgres.ts';

/** What the tests are told: null when this machine has no PostgreSQL. */
export interface PostgresForTests {
  readonly url: string;
  /** A database with the current schema and no rows, to copy. */
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresForTests | null;
  }
}

/** The part of vitest's project that this needs. */
interface Project {
  provide(key: 'postgres', value: PostgresForTests | null): void;
}

/**
 * Global setup of vitest: one PostgreSQL server for the whole run. TEST_DATABASE_URL names a server that is there
 * already. In CI a missing PostgreSQL is an error; elsewhere its tests are skipped.
 */
export default async function setup(project: Project): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? { url: given, stop: async () => undefined } : await startPostgres();
  if (server === null) {
    if (process.env['CI']) throw new Error('no PostgreSQL: `npm ci` installs one with its optional packages');
    console.warn('No PostgreSQL on this machine: its tests are skipped.');
    project.provide('postgres', null);
    return async () => undefined;
  }
  const template = await createDatabase(server.url);
  const database = await openDatabase({ databaseUrl: withDatabase(server.url, template), dataDir: '' });
  await database.close();
  project.provide('postgres', { url: server.url, template });
  return async () => {
    await dropDatabase(server.url, template);
    await server.stop();
  };
}
