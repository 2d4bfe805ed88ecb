import { existsSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { ChildProgram } from './child-program.ts';
import { availableDatabases } from './open-test-database.ts';
import { runStatement } from './postgres-admin.ts';
import { startPostgres } from './start-postgres.ts';

const folderOf = (url: string) => new URL(url).searchParams.get('host') ?? '';

describe.runIf(availableDatabases().includes('postgres') && !process.env['TEST_DATABASE_URL'])(
  'an ephemeral PostgreSQL',
  () => {
    it('answers, and leaves nothing behind when it is stopped', async () => {
      const server = await startPostgres();
      if (!server) throw new Error('no server');
      await runStatement(server.url, 'select 1');
      expect(existsSync(folderOf(server.url))).toBe(true);
      await server.stop();
      expect(existsSync(folderOf(server.url))).toBe(false);
    });

    it('ends with the process that started it, even when that one is killed', async () => {
      const holder = new ChildProgram('hold-postgres', []);
      const [url = ''] = await holder.lines(1);
      await runStatement(url, 'select 1');
      await holder.kill();
      await vi.waitFor(() => expect(existsSync(folderOf(url))).toBe(false), { timeout: 20_000 });
      await expect(runStatement(url, 'select 1')).rejects.toThrow(/ENOENT|ECONNREFUSED/);
    });
  },
);
