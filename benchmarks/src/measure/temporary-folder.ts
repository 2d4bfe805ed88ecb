import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Gives `work` an empty folder of its own and removes it afterwards, whatever happens. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ccs-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The environment of a server that has nothing of this machine's but the way to find programs. */
export function serverEnvironment(folder: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: path.join(folder, 'home'),
    CCS_DATA_DIR: path.join(folder, 'data'),
    CCS_PORT: '0',
    CCS_LOG_LEVEL: 'warn',
  };
}
