import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChildProgram } from '../testing/child-program.ts';
import { loadSecretKey } from './load-secret-key.ts';
import { SecretKeyError } from './secret-key.ts';

const salt = Buffer.alloc(16);

describe('the key file', () => {
  let dataDir: string;
  let path: string;
  beforeEach(async () => {
    // Names with spaces and quotes are legal.
    dataDir = join(await mkdtemp(join(tmpdir(), 'ccs-key-')), "it's data");
    path = join(dataDir, 'secret.key');
  });
  afterEach(() => rm(join(dataDir, '..'), { recursive: true, force: true }));
  const keyId = async () => (await (await loadSecretKey({ secretKey: undefined, dataDir })).derive(salt)).id;

  it('is made once, for its owner only', async () => {
    const id = await keyId();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(await readdir(dataDir)).toEqual(['secret.key']);
    expect(await keyId()).toBe(id);
  });

  it('is not needed, nor made, with CCS_SECRET_KEY', async () => {
    const key = await loadSecretKey({ secretKey: 'correct horse battery staple', dataDir });
    expect(key.source).toBe('CCS_SECRET_KEY');
    await expect(stat(dataDir)).rejects.toThrow(/ENOENT/);
  });

  it('is the same for all servers that start at the same time', async () => {
    const servers = Array.from({ length: 6 }, () => new ChildProgram('load-key', [dataDir]));
    const here = await Promise.all(Array.from({ length: 10 }, keyId));
    const there = await Promise.all(servers.map((server) => server.lines(1)));
    await Promise.all(servers.map((server) => server.kill()));
    expect(new Set([...here, ...there.flat()]).size).toBe(1);
    expect(await readdir(dataDir)).toEqual(['secret.key']);
  });

  it.each([0o640, 0o604, 0o620, 0o666])(
    'is refused with the mode %o, with the command that mends it',
    async (mode) => {
      const id = await keyId();
      await chmod(path, mode);
      await expect(keyId()).rejects.toThrow(SecretKeyError);
      await expect(keyId()).rejects.toThrow(`chmod 600 '${path.replace("'", "'\\''")}'`);
      await chmod(path, 0o600);
      expect(await keyId()).toBe(id);
    },
  );

  it.each(['', 'short', `${'g'.repeat(64)}\n`, `${'a'.repeat(64)}\n\n`, `${'a'.repeat(66)}\n`])(
    'is neither used nor replaced when it holds "%s"',
    async (content) => {
      await mkdir(dataDir);
      await writeFile(path, content, { mode: 0o600 });
      await expect(keyId()).rejects.toThrow(/holds no key\. Bring it back/);
      expect(await readFile(path, 'utf8')).toBe(content);
    },
  );

  it('is not made in a folder that cannot be written', async () => {
    await writeFile(dataDir, 'a file where the folder should be');
    await expect(keyId()).rejects.toThrow(/cannot be (read|made).*/);
    await expect(keyId()).rejects.toThrow(SecretKeyError);
  });
});
