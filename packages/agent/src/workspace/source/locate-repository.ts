import { realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { git } from '../git.ts';

/** Where a folder lies in a git repository. */
export interface RepositoryPlace {
  /** The top folder of the checked-out files, after symbolic links. */
  readonly top: string;
  /** The folder relative to it, with `/`; empty for the top itself. */
  readonly subfolder: string;
}

/**
 * The repository whose last commit holds this folder; null for a plain folder, also for one inside a repository that
 * does not track it. A repository without a commit counts for its top folder only.
 * @throws GitMissingError; a file-system error when there is no such folder
 */
export async function locateRepository(
  folder: string,
  path: string | undefined,
): Promise<RepositoryPlace | null> {
  const real = await realpath(folder);
  for (let top = real; ; top = dirname(top)) {
    if (await isRepository(top)) {
      const subfolder = relative(top, real).split(sep).join('/');
      if (subfolder === '') return { top, subfolder };
      const { exitCode, stdout } = await git(top, ['cat-file', '-t', `HEAD:${subfolder}`], path);
      return exitCode === 0 && stdout.trim() === 'tree' ? { top, subfolder } : null;
    }
    if (dirname(top) === top) return null;
  }
}

/** `.git` is a folder with a HEAD, or the file of a linked worktree or submodule. */
async function isRepository(folder: string): Promise<boolean> {
  const entry = await stat(join(folder, '.git')).catch(() => null);
  if (entry?.isFile()) return true;
  return (await stat(join(folder, '.git', 'HEAD')).catch(() => null))?.isFile() ?? false;
}
