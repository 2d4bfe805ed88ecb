import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_BYTES, keyFromBytes, type SecretKey, SecretKeyError } from './secret-key.ts';

const FILE_NAME = 'secret.key';
const CONTENT = new RegExp(`^[0-9a-f]{${2 * KEY_BYTES}}\n$`);
/** The bits of a mode that let a file's group and everybody else in. */
const OTHERS = 0o077;

/**
 * The key in the file `secret.key` of the data folder, which is made when it is missing: whole or not at all, readable
 * by its owner only; of several servers that make it at the same time, one does and all read that one.
 * @throws SecretKeyError when others may read it, or it is no key
 */
export async function loadKeyFile(dataDir: string): Promise<SecretKey> {
  const path = join(dataDir, FILE_NAME);
  const content = (await readKeyFile(path)) ?? (await makeKeyFile(dataDir, path));
  if (!CONTENT.test(content)) {
    throw new SecretKeyError(
      `The key file ${path} holds no key.`,
      'Bring it back from a backup: what was stored with it cannot be read without it. Without any stored secrets, delete the file; the next start makes a new one.',
    );
  }
  return keyFromBytes(Buffer.from(content.trim(), 'hex'), path);
}

/** What the file holds; null when there is none. */
async function readKeyFile(path: string): Promise<string | null> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new SecretKeyError(
      `The key file ${path} cannot be read (${code}).`,
      'Let the user that runs the server own and read it.',
    );
  }
  try {
    const { mode } = await file.stat();
    // Windows knows no such bits.
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
      throw new SecretKeyError(
        `The key file ${path} can be read or changed by others.`,
        `Run: chmod 600 '${path.replaceAll("'", "'\\''")}'`,
      );
    }
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

async function makeKeyFile(dataDir: string, path: string): Promise<string> {
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    await mkdir(dataDir, { recursive: true });
    try {
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(`${randomBytes(KEY_BYTES).toString('hex')}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      // Unlike a rename, it never replaces the key that another server has made in the meantime.
      await link(draft, path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      await syncFolder(dataDir);
    } finally {
      await rm(draft, { force: true });
    }
  } catch (error) {
    throw new SecretKeyError(
      `The key file ${path} cannot be made (${(error as NodeJS.ErrnoException).code}).`,
      'Make the data folder writable, or set CCS_SECRET_KEY.',
    );
  }
  return (await readKeyFile(path)) ?? '';
}

/** Makes a new name in a folder survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
