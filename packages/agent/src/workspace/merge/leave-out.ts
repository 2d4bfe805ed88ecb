import { join } from 'node:path';
import { check } from '../check-git.ts';
import { git, type GitOptions } from '../git.ts';
import type { WorkspacePlace } from '../git-stream.ts';

/**
 * Makes a commit on top of `tip` in which a folder is as it was in `base`, mostly absent. Index and files of the
 * workspace stay as they are.
 * @param staging a folder for the index that it takes
 */
export async function leaveOut(
  { workspacePath, PATH }: WorkspacePlace,
  { base, tip }: { readonly base: string; readonly tip: string },
  folder: string,
  staging: string,
): Promise<string> {
  const options: GitOptions = { env: { GIT_INDEX_FILE: join(staging, 'index') } };
  const run = async (...args: readonly string[]) =>
    check(`git ${args[0] ?? ''}`, await git(workspacePath, args, PATH, options)).trim();
  await run('read-tree', tip);
  await run('rm', '-r', '-f', '-q', '--cached', '--ignore-unmatch', '--', `:(top,literal)${folder}`);
  const before = await git(workspacePath, ['rev-parse', '-q', '--verify', `${base}:${folder}`], PATH);
  if (before.exitCode === 0) await run('read-tree', `--prefix=${folder}/`, before.stdout.trim());
  const tree = await run('write-tree');
  if (tree === (await run('rev-parse', `${tip}^{tree}`))) return tip;
  return run('commit-tree', tree, '-p', tip, '-m', 'Without documents');
}
