import { readdir, readFile } from 'node:fs/promises';

/** The processes of these runs, by the mark that a run gives to everything that it starts. Linux only. */
export async function processesOf(runIds: readonly string[]): Promise<string[]> {
  const marks = new Set(runIds.map((id) => `CCS_RUN_ID=${id}`));
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found: string[] = [];
  for (const pid of pids) {
    // Those of other users, and those that just ended, cannot be read.
    const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
    if (environment.split('\0').some((entry) => marks.has(entry))) found.push(pid);
  }
  return found;
}
