import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isInside } from './is-inside.ts';
import { resolveRealPath } from './real-path.ts';

/** Folders that hold what tools made or fetched, never what the agent wrote. */
const IGNORED_FOLDERS = new Set([
  '.git',
  'node_modules',
  'dist',
  'build',
  'out',
  '.next',
  'coverage',
  'target',
  '__pycache__',
  '.venv',
  'venv',
  'vendor',
  '.cache',
]);
const MAX_FILES = 20_000;

/**
 * The relative paths (with `/`) of the files in a workspace, folder by folder in sorted order, at most 20,000. Build
 * and dependency folders are left out; links to files count when they stay inside, links to folders are not followed.
 */
export async function* listFiles(workspace: string): AsyncGenerator<string> {
  const root = resolveRealPath(workspace);
  const folders = [''];
  let count = 0;
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!IGNORED_FOLDERS.has(entry.name)) folders.push(path);
      } else if (entry.isFile() || (await fileSize(root, path)) !== null) {
        yield path;
        count += 1;
        if (count >= MAX_FILES) return;
      }
    }
  }
}

/** The size in bytes of a file in the workspace; null when there is none, or it is a link that leads outside. */
export async function fileSize(workspace: string, path: string): Promise<number | null> {
  const full = join(workspace, path);
  const found = await stat(full).catch(() => null);
  if (!found?.isFile()) return null;
  return isInside(resolveRealPath(workspace), resolveRealPath(full)) ? found.size : null;
}
