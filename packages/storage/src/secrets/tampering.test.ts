import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SecretVault } from '@ccs/core/ports/secret-vault';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../dialects/database.ts';
import { openSqlite } from '../dialects/sqlite.ts';
import { migrate } from '../migrations/migrate.ts';
import { openSecretVault } from './open-secret-vault.ts';
import { UnreadableSecretError } from './seal.ts';
import { parseSecretKey } from './secret-key.ts';

const [ONE, TWO] = ['secret_00000000000000000000000001', 'secret_00000000000000000000000002'] as const;
const TASK = 'task_00000000000000000000000001';
const VALUE = 'sk-proj-0123456789-abcdef';

describe('somebody who can write the database but has no key', () => {
  let folder: string;
  let database: Database;
  let vault: SecretVault;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ccs-vault-'));
    database = openSqlite(join(folder, 'a.db'));
    await migrate(database);
    vault = await openSecretVault(database, parseSecretKey('a'.repeat(64), 'CCS_SECRET_KEY'));
    await vault.put({ secretId: ONE, taskId: TASK, name: 'ONE' }, VALUE);
    await vault.put({ secretId: TWO, taskId: TASK, name: 'TWO' }, 'two');
  });
  afterEach(async () => {
    await database.db.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    [
      'give a value to another secret',
      `update secrets set ciphertext =
      (select other.ciphertext from secrets other where other.secret_id <> secrets.secret_id)`,
    ],
    ['give a value another name', `update secrets set name = 'LD_PRELOAD'`],
    ['give a value to another task', `update secrets set task_id = 'task_00000000000000000000000002'`],
    ['take another format', `update secrets set ciphertext = replace(ciphertext, 'v1.', 'v0.')`],
    ['empty it', `update secrets set ciphertext = ''`],
  ])('cannot %s', async (_, change) => {
    await sql.raw(change).execute(database.db);
    await expect(vault.open([ONE])).rejects.toThrow(UnreadableSecretError);
    await expect(vault.open([TWO, ONE])).rejects.toThrow(UnreadableSecretError);
  });

  it('finds no value in the file or its write-ahead log', async () => {
    expect((await stat(join(folder, 'a.db-wal'))).size).toBeGreaterThan(0);
    const files = await Promise.all(['a.db', 'a.db-wal'].map((name) => readFile(join(folder, name))));
    const bytes = Buffer.concat(files);
    // The search would find what is there in plain text.
    expect(bytes.includes(ONE)).toBe(true);
    for (const form of ['utf8', 'base64', 'hex'] as const) {
      expect(bytes.includes(Buffer.from(VALUE).toString(form).slice(0, 20))).toBe(false);
    }
  });
});
