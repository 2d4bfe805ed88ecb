import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A repository inside the workspace's own, such as one that a scaffolder made with `git init` in `app/`. */
export interface NestedRepository {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  /** Some of its files, `.gitignore` first, for that one is hardly ever ignored. */
  readonly files: readonly string[];
}

const MAX_FILES = 20;
/** Git never looks into the first; we never commit the second. */
const SKIPPED = new Set(['.git', 'node_modules']);

/** The folders with a `.git` folder of their own. A submodule has a `.git` file and is none of them. */
export async function findNestedRepositories(workspace: string): Promise<readonly NestedRepository[]> {
  const found: NestedRepository[] = [];
  await walk('', null);
  return found;

  async function walk(folder: string, outer: string[] | null): Promise<void> {
    const entries = await readdir(join(workspace, folder), { withFileTypes: true }).catch(() => []);
    let files = outer;
    if (folder !== '' && entries.some((entry) => entry.name === '.git' && entry.isDirectory())) {
      files = [];
      found.push({ path: folder, files });
    }
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) await walk(path, files);
      } else if (entry.name === '.gitignore') files?.unshift(path);
      else if (entry.isFile() && files && files.length < MAX_FILES) files.push(path);
    }
  }
}
