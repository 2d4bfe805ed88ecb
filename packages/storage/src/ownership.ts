import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { OWNER_LOCK } from './dialects/advisory-locks.ts';

const SQLITE_BUSY = 5;

/** Another server works on the same data folder or database. */
export class AlreadyOwnedError extends Error {
  readonly owned: 'data_folder' | 'database';

  constructor(owned: 'data_folder' | 'database', where: string) {
    super(`another server is using ${where}`);
    this.name = 'AlreadyOwnedError';
    this.owned = owned;
  }
}

export interface OwnershipOptions {
  /** Created when it is missing. */
  readonly dataDir: string;
  /** A PostgreSQL URL, when the database is not in the data folder. */
  readonly databaseUrl?: string;
  /** Called when the database ends the connection that holds its lock: another server may take over now. */
  readonly onLost?: () => void;
}

/** The right to be the only server on a data folder and its database. The end of the process releases it too. */
export interface Ownership {
  release(): Promise<void>;
}

/** Takes the data folder and the database, or neither. @throws AlreadyOwnedError */
export async function acquireOwnership(options: OwnershipOptions): Promise<Ownership> {
  const { dataDir, databaseUrl } = options;
  await mkdir(dataDir, { recursive: true });
  const releaseFolder = lockFolder(dataDir);
  if (databaseUrl === undefined) return { release: async () => releaseFolder() };
  try {
    const releaseDatabase = await lockPostgres(databaseUrl, options.onLost ?? (() => undefined));
    return {
      async release() {
        await releaseDatabase();
        releaseFolder();
      },
    };
  } catch (error) {
    releaseFolder();
    throw error;
  }
}

/** SQLite locks its files portably, and the operating system drops the lock when the process ends in any way. */
function lockFolder(dataDir: string): () => void {
  const file = new DatabaseSync(join(dataDir, 'owner.lock'), { timeout: 0 });
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if ((error as { errcode?: unknown }).errcode === SQLITE_BUSY) {
      throw new AlreadyOwnedError('data_folder', `the data folder ${dataDir}`);
    }
    throw error;
  }
  return () => file.close();
}

/** A session lock on a connection of its own: PostgreSQL drops it when the connection ends. */
async function lockPostgres(databaseUrl: string, onLost: () => void): Promise<() => Promise<void>> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
  let released = false;
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    OWNER_LOCK,
  ]);
  if (rows[0]?.taken !== true) {
    await client.end();
    // The URL holds a password, so the message does not name it.
    throw new AlreadyOwnedError('database', 'the PostgreSQL database');
  }
  client.on('end', () => {
    if (!released) onLost();
  });
  return async () => {
    released = true;
    await client.end();
  };
}
