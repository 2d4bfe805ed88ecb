import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventStore } from '@ccs/core/ports/event-store';
import type { JobQueue } from '@ccs/core/ports/job-queue';
import type { PolicyPositions } from '@ccs/core/ports/policy-positions';
import type { ReadModels } from '@ccs/core/ports/read-models';
import type { SecretVault } from '@ccs/core/ports/secret-vault';
import type { DatabaseKind } from './dialects/column-types.ts';
import type { Database } from './dialects/database.ts';
import { openPostgres } from './dialects/postgres.ts';
import { openSqlite } from './dialects/sqlite.ts';
import { openEventStore } from './event-store/open-event-store.ts';
import { openPolicyPositions } from './event-store/open-policy-positions.ts';
import { migrate } from './migrations/migrate.ts';
import { rebuildProjections } from './projections/rebuild.ts';
import { taskProjection } from './projections/task-projection.ts';
import { openJobQueue } from './queue/open-job-queue.ts';
import { openReadModels } from './read-models/open-read-models.ts';
import { openSecretVault } from './secrets/open-secret-vault.ts';
import type { SecretKey } from './secrets/secret-key.ts';

export interface DatabaseOptions {
  /** A PostgreSQL URL; without it the database is the file `ccs.db` in the data folder. */
  readonly databaseUrl?: string;
  /** Created when it is missing. */
  readonly dataDir: string;
  /** What is written in the transaction of the events: the read models (default), or nothing but the events. */
  readonly projections?: 'read-models' | 'none';
}

/** The ports of storage on one open database. */
export interface OpenDatabase {
  readonly kind: DatabaseKind;
  readonly eventStore: EventStore;
  readonly readModels: ReadModels;
  readonly jobs: JobQueue;
  readonly policyPositions: PolicyPositions;
  /** The secrets of tasks. @throws SecretKeyError when they belong to another key; nothing is changed then */
  openVault(key: SecretKey): Promise<SecretVault>;
  /** Writes all read models anew from the events, in one transaction; returns the number of tasks read. */
  rebuildProjections(): Promise<number>;
  close(): Promise<void>;
}

/** Opens the database and brings its schema up to date. @throws what the database says when it cannot. */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const database = await connect(options);
  try {
    await migrate(database);
  } catch (error) {
    await database.db.destroy();
    throw error;
  }
  const projections = options.projections === 'none' ? [] : [taskProjection(database)];
  return {
    kind: database.kind,
    eventStore: openEventStore(database, projections),
    readModels: openReadModels(database),
    jobs: openJobQueue(database),
    policyPositions: openPolicyPositions(database),
    openVault: (key) => openSecretVault(database, key),
    rebuildProjections: () => rebuildProjections(database, projections),
    close: () => database.db.destroy(),
  };
}

async function connect({ databaseUrl, dataDir }: DatabaseOptions): Promise<Database> {
  if (databaseUrl !== undefined) return await openPostgres(databaseUrl);
  await mkdir(dataDir, { recursive: true });
  return openSqlite(join(dataDir, 'ccs.db'));
}
