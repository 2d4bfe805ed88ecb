import type { SecretVault } from '@ccs/core/ports/secret-vault';
import { countingIds } from '@ccs/core/testing/task-scenario';
import type { SecretId, TaskId } from '@ccs/core/vocabulary/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadSecretKey } from '../secrets/load-secret-key.ts';
import { SecretKeyError } from '../secrets/secret-key.ts';
import { ChildProgram } from './child-program.ts';
import type { TestDatabase } from './open-test-database.ts';

const KEYS = ['correct horse battery staple', 'a'.repeat(64)] as const;
const VALUE = 'sk-proj-0123456789-abcdef';

/** What every vault does. @param open a new, empty database */
export function secretVaultContract(name: string, open: () => Promise<TestDatabase>): void {
  describe(`secret vault on ${name}`, () => {
    const ids = countingIds();
    let test: TestDatabase;
    let vault: SecretVault;
    let taskId: TaskId;
    const openWith = async (secretKey: string | undefined) =>
      await test.database.openVault(await loadSecretKey({ secretKey, dataDir: test.options.dataDir }));
    beforeEach(async () => {
      test = await open();
      vault = await openWith(undefined);
      taskId = ids.next('task');
    });
    afterEach(() => test.dispose());

    const put = async (value: string, task = taskId): Promise<SecretId> => {
      const secretId = ids.next('secret');
      await vault.put({ secretId, taskId: task, name: 'API_KEY' }, value);
      return secretId;
    };

    it.each([
      ['an ordinary one', VALUE],
      ['nothing', ''],
      ['lines', '-----BEGIN KEY-----\r\nabc\n\n-----END KEY-----\n'],
      ['other scripts', '비밀 🙂 \u0000 é e\u0301 \u{10ffff}'],
      ['64 KiB', '🙂x'.repeat(65_536 / 5)],
    ])('gives a value back: %s', async (_, value) => {
      const secretId = await put(value);
      expect(await vault.open([secretId])).toEqual(new Map([[secretId, value]]));
      const again = await openWith(undefined);
      expect(await again.valuesOf(taskId)).toEqual([value]);
    });

    it('opens those that exist, and lists a task’s', async () => {
      const [one, two] = [await put('one'), await put('two')];
      const other = await put('three', ids.next('task'));
      const opened = await vault.open([two, 'secret_none', other, one]);
      expect(Object.fromEntries(opened)).toEqual({ [one]: 'one', [two]: 'two', [other]: 'three' });
      expect(await vault.open([])).toEqual(new Map());
      expect(await vault.valuesOf(taskId)).toEqual(['one', 'two']);
      expect(await vault.valuesOf(ids.next('task'))).toEqual([]);
    });

    it('removes single ones, and all of a task', async () => {
      const [one, two] = [await put('one'), await put('two')];
      const other = await put('three', ids.next('task'));
      await vault.remove([]);
      await vault.remove([one, 'secret_none']);
      expect(await vault.valuesOf(taskId)).toEqual(['two']);
      await vault.removeTask(taskId);
      await vault.removeTask(taskId);
      expect([...(await vault.open([one, two, other])).keys()]).toEqual([other]);
    });

    it('never replaces a value', async () => {
      const secretId = await put('first');
      const again = vault.put({ secretId, taskId, name: 'API_KEY' }, VALUE);
      await expect(again).rejects.toThrow(/unique/i);
      await expect(again).rejects.not.toThrow(new RegExp(VALUE));
      expect(await vault.valuesOf(taskId)).toEqual(['first']);
    });

    it('opens with the same passphrase and refuses any other key, without changing anything', async () => {
      vault = await openWith(KEYS[0]);
      const secretId = await put(VALUE);
      for (const wrong of [KEYS[1], `${KEYS[0]}!`, undefined]) {
        await expect(openWith(wrong)).rejects.toThrow(SecretKeyError);
        await expect(openWith(wrong)).rejects.toThrow(/another key than the one in (CCS_|.*secret\.key)/);
      }
      expect(await (await openWith(KEYS[0])).open([secretId])).toEqual(new Map([[secretId, VALUE]]));
    });

    it('takes another key while it is empty; who still has the old one writes nothing', async () => {
      await vault.remove([await put(VALUE)]);
      const changed = await openWith(KEYS[1]);
      await expect(put('lost')).rejects.toThrow(/foreign key/i);
      await changed.put({ secretId: ids.next('secret'), taskId, name: 'TOKEN' }, 'kept');
      expect(await changed.valuesOf(taskId)).toEqual(['kept']);
      await expect(openWith(undefined)).rejects.toThrow(SecretKeyError);
    });

    it('is set up once by servers that start at the same time', async () => {
      const vaults = await Promise.all(Array.from({ length: 6 }, () => openWith(KEYS[1])));
      for (const each of vaults) {
        await each.put({ secretId: ids.next('secret'), taskId, name: 'TOKEN' }, 'value');
      }
      expect(await vaults[0]?.valuesOf(taskId)).toEqual(vaults.map(() => 'value'));
    });

    it('keeps every confirmed value, whole, when its server is killed', async () => {
      const { dataDir, databaseUrl } = test.options;
      const server = new ChildProgram('write-secrets', [dataDir, databaseUrl ?? '']);
      await server.lines(30);
      const confirmed = (await server.kill()) as readonly SecretId[];
      const opened = await vi.waitFor(async () => await vault.open(confirmed), { timeout: 10_000 });
      expect(opened.size).toBe(confirmed.length);
      for (const [secretId, value] of opened) expect(value).toBe(secretId.repeat(1_000));
      // Nothing is torn: whatever else it stored opens, too.
      const all = await vault.valuesOf(countingIds().next('task'));
      expect(all.length).toBeGreaterThanOrEqual(confirmed.length);
    });
  });
}
