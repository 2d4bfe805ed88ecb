import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acquireOwnership, AlreadyOwnedError } from './ownership.ts';
import { availableDatabases, openTestDatabase } from './testing/open-test-database.ts';
import { runStatement } from './testing/postgres-admin.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ccs-owner-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('ownership of a data folder', () => {
  it('is refused while another has it, and free after its release', async () => {
    const owner = await acquireOwnership({ dataDir });
    await expect(acquireOwnership({ dataDir })).rejects.toThrow(AlreadyOwnedError);
    await expect(acquireOwnership({ dataDir })).rejects.toMatchObject({ owned: 'data_folder' });
    await owner.release();
    await (await acquireOwnership({ dataDir })).release();
  });

  it('of another folder is free', async () => {
    const owner = await acquireOwnership({ dataDir });
    const other = acquireOwnership({ dataDir: join(dataDir, 'other') });
    await expect(other).resolves.toBeDefined();
    await (await other).release();
    await owner.release();
  });
});

describe.runIf(availableDatabases().includes('postgres'))('ownership of a PostgreSQL database', () => {
  it('is refused to a server with another data folder, which then does not keep its folder', async () => {
    const test = await openTestDatabase('postgres');
    const owner = await acquireOwnership(test.options);
    const other = join(dataDir, 'other');
    await expect(acquireOwnership({ ...test.options, dataDir: other })).rejects.toMatchObject({
      name: 'AlreadyOwnedError',
      owned: 'database',
    });
    await (await acquireOwnership({ dataDir: other })).release();
    await owner.release();
    await (await acquireOwnership({ ...test.options, dataDir: other })).release();
    await test.dispose();
  });

  it('says when it is lost', async () => {
    const test = await openTestDatabase('postgres');
    let lost = false;
    const onLost = () => {
      lost = true;
    };
    const owner = await acquireOwnership({ ...test.options, onLost });
    const url = test.options.databaseUrl ?? '';
    const others = 'datname = current_database() and pid <> pg_backend_pid()';
    await runStatement(url, `select pg_terminate_backend(pid) from pg_stat_activity where ${others}`);
    await vi.waitFor(() => expect(lost).toBe(true));
    await owner.release();
    await test.dispose();
  });
});
