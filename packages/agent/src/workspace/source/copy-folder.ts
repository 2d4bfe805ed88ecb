import { constants, copyFile, mkdir, realpath, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { check } from '../check-git.ts';
import { git } from '../git.ts';
import { initRepository } from '../init-repository.ts';
import { isInside } from '../is-inside.ts';
import { resolveRealPath } from '../real-path.ts';
import { copyWords, notCopiedWords } from '../workspace-words.ts';
import type { Making } from './add-worktree.ts';
import { markBase } from './base-commit.ts';
import { COPY_LIMITS, type CopyLimits, listProject, type ProjectEntry } from './list-project.ts';
import { WorkspaceSourceError } from './workspace-source-error.ts';

const AT_ONCE = 16;
const TIMEOUT_MS = 600_000;
/** Copies share their blocks with the original where the file system can do that. */
const COPY_MODE = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;

/** Copies a plain folder, makes the copy a repository and commits what came along. The folder itself is only read. */
export async function copyFolder(
  source: string,
  making: Making,
  limits: CopyLimits = COPY_LIMITS,
): Promise<void> {
  const { folder, PATH, signal, onNote } = making;
  const root = await realpath(source);
  if (isInside(root, resolveRealPath(folder))) {
    throw new WorkspaceSourceError('The workspace would lie inside the folder that it is a copy of.');
  }
  const { entries, skipped } = await listProject(root, limits, signal);
  await mkdir(folder);
  const files = entries.filter(({ kind }) => kind !== 'folder');
  for (const entry of entries) if (entry.kind === 'folder') await mkdir(join(folder, entry.path));
  let unreadable = skipped.unreadable;
  for (let at = 0; at < files.length; at += AT_ONCE) {
    if (signal?.aborted) throw new WorkspaceSourceError('Stopped while the project was being copied.');
    const copied = await Promise.all(files.slice(at, at + AT_ONCE).map((entry) => copy(root, folder, entry)));
    unreadable += copied.filter((done) => !done).length;
  }
  await initRepository(folder, PATH);
  const options = { timeoutMs: TIMEOUT_MS, signal };
  check('git add', await git(folder, ['add', '-A', '--', '.'], PATH, options));
  const message = `Import of ${basename(root).replace(/\s+/g, ' ')}`;
  const commit = ['commit', '-q', '--no-verify', '--allow-empty', '-m', message];
  check('git commit', await git(folder, commit, PATH, options));
  await markBase(folder, 'HEAD', PATH);

  onNote(copyWords(root, files.length));
  for (const note of notCopiedWords({ ...skipped, unreadable })) onNote(note);
}

/** False when it cannot be read, or is gone by now. @throws other file-system errors */
async function copy(root: string, folder: string, entry: ProjectEntry): Promise<boolean> {
  try {
    if (entry.kind === 'link') await symlink(entry.target, join(folder, entry.path));
    else await copyFile(join(root, entry.path), join(folder, entry.path), COPY_MODE);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'ENOENT') return false;
    throw error;
  }
}
