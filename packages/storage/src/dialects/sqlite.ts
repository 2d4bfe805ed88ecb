import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import {
  CompiledQuery,
  type Dialect,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import type { Tables } from '../schema/tables.ts';
import type { Database } from './database.ts';

/** How long a statement waits for another process that holds the file, in milliseconds. */
const BUSY_TIMEOUT_MS = 5000;
const MAX_CACHED_STATEMENTS = 500;

/**
 * Opens a SQLite file, in WAL mode.
 *
 * synchronous=NORMAL: a committed transaction is in the operating system's page cache and survives any end of
 * this process, `kill -9` included. A power cut may lose the last milliseconds of commits, never the file's
 * consistency. FULL would cost one disk flush per commit (measured: a fifth of the throughput).
 */
export function openSqlite(path: string): Database {
  const file = new DatabaseSync(path);
  // busy_timeout comes first: switching to WAL may itself meet a busy file.
  file.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
  file.exec('pragma journal_mode = wal');
  file.exec('pragma synchronous = normal');
  file.exec('pragma foreign_keys = on');
  return {
    kind: 'sqlite',
    db: new Kysely<Tables>({ dialect: sqliteDialect(file) }),
    beginWrite: CompiledQuery.raw('begin immediate'),
  };
}

function sqliteDialect(file: InstanceType<typeof DatabaseSync>): Dialect {
  const dialect = new SqliteDialect({ database: cachingDatabase(file) });
  return {
    createDriver: () => dialect.createDriver(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createAdapter: () => new TransactionalDdlAdapter(),
  };
}

/** SQLite can roll back schema changes; Kysely assumes that it cannot and would leave half a migration behind. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Prepared statements are kept: preparing costs more than most of our statements do. */
function cachingDatabase(file: InstanceType<typeof DatabaseSync>): SqliteDatabase {
  const cache = new Map<string, SqliteStatement>();
  return {
    close() {
      cache.clear();
      file.close();
    },
    prepare(sql) {
      const known = cache.get(sql);
      if (known) return known;
      if (cache.size >= MAX_CACHED_STATEMENTS) {
        for (const oldest of cache.keys()) {
          cache.delete(oldest);
          break;
        }
      }
      const statement = adaptStatement(file.prepare(sql));
      cache.set(sql, statement);
      return statement;
    },
  };
}

function adaptStatement(statement: StatementSyncInstance): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters),
    run: (parameters) => statement.run(...parameters),
    iterate: (parameters) => statement.iterate(...parameters),
  };
}
