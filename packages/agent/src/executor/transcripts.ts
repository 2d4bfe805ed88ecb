import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether a Claude session has a transcript anywhere under the configuration folder, so that it can be resumed. */
export async function hasTranscript(configDir: string, sessionId: string): Promise<boolean> {
  const projects = join(configDir, 'projects');
  const folders = await readdir(projects).catch(() => []);
  for (const folder of folders) {
    const found = await stat(join(projects, folder, `${sessionId}.jsonl`)).catch(() => null);
    if (found && found.size > 0) return true;
  }
  return false;
}
