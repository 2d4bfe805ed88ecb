import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../dialects/sqlite.ts';
import { openDatabase } from '../open-database.ts';
import { migrate } from './migrate.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ccs-migrate-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('migrations on sqlite', () => {
  it('leave nothing behind when one fails in the middle', async () => {
    const database = openSqlite(join(folder, 'a.db'));
    // The first migration creates `events` and others before it meets this table.
    await database.db.schema.createTable('reviews').addColumn('mine', 'text').execute();
    await expect(migrate(database)).rejects.toThrow(/already exists/);
    const { rows } = await sql<{ name: string }>`
      select name from sqlite_master where type = 'table' and name not like 'kysely%'`.execute(database.db);
    expect(rows).toEqual([{ name: 'reviews' }]);
    await database.db.schema.dropTable('reviews').execute();
    await migrate(database);
    await database.db.destroy();
  });

  it('refuse a database of a newer version', async () => {
    await (await openDatabase({ dataDir: folder })).close();
    const database = openSqlite(join(folder, 'ccs.db'));
    await sql`insert into kysely_migration (name, timestamp) values ('9999-future', '2030')`.execute(
      database.db,
    );
    await database.db.destroy();
    await expect(openDatabase({ dataDir: folder })).rejects.toThrow(/9999-future/);
  });

  it('make columns refuse values of another type', async () => {
    const database = openSqlite(join(folder, 'a.db'));
    await migrate(database);
    await expect(
      sql`insert into policy_positions (policy, position) values ('a', 'text')`.execute(database.db),
    ).rejects.toThrow(/cannot store TEXT/);
    await database.db.destroy();
  });
});
