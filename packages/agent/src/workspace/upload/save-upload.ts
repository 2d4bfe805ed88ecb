import { randomBytes } from 'node:crypto';
import { constants, lstat, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isInside } from '../is-inside.ts';
import { isGitName, uploadPathProblem, UploadRefusedError } from './upload-path.ts';

const FLAGS = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
const MODE = 0o644;

/**
 * Stores a file that a person gave at a path of the workspace, whole or not at all; a file that is there is replaced.
 * Links are followed only to folders inside the workspace.
 * @returns the path that it has, with composed characters (macOS sends them apart)
 * @throws UploadRefusedError; a file-system error when it cannot be written
 */
export async function saveUpload(workspace: string, target: string, bytes: Uint8Array): Promise<string> {
  const path = target.normalize('NFC');
  const problem = uploadPathProblem(target) ?? uploadPathProblem(path);
  if (problem !== null) throw new UploadRefusedError(problem);
  const names = path.split('/');
  const name = names.pop() ?? '';
  const root = await realpath(workspace).catch(() => {
    throw new UploadRefusedError('no_workspace');
  });
  const folder = await enter(root, names);
  await requireFree(join(folder, name));
  // No commit takes files of such a name, should the server die before it has its own.
  const temporary = join(folder, `upload.tmp.${process.pid}.${randomBytes(8).toString('hex')}`);
  try {
    const file = await open(temporary, FLAGS, MODE);
    try {
      await file.writeFile(bytes);
      await file.chmod(MODE);
      await file.sync();
    } finally {
      await file.close();
    }
    // An agent's process may have put a link in the place of the folder meanwhile.
    requireInside(root, await realpath(temporary));
    await rename(temporary, join(folder, name));
  } finally {
    await rm(temporary, { force: true });
  }
  return path;
}

/** Makes the folders below the root that are missing. @returns the real path of the last */
async function enter(root: string, names: readonly string[]): Promise<string> {
  let folder = root;
  for (const name of names) {
    const next = join(folder, name);
    await mkdir(next).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    // A link that leads nowhere has no real path.
    folder = await realpath(next).catch(() => {
      throw new UploadRefusedError('outside');
    });
    requireInside(root, folder);
    if (!(await lstat(folder)).isDirectory()) throw new UploadRefusedError('not_a_folder');
  }
  return folder;
}

/** Links may lead to the folder of a repository as well as out of the workspace. */
function requireInside(root: string, path: string): void {
  if (!isInside(root, path)) throw new UploadRefusedError('outside');
  if (relative(root, path).split(sep).some(isGitName)) throw new UploadRefusedError('git_folder');
}

async function requireFree(file: string): Promise<void> {
  const found = await lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (found?.isSymbolicLink()) throw new UploadRefusedError('symlink');
  if (found && !found.isFile()) throw new UploadRefusedError('not_a_file');
}
