import type { VerifyRun } from '@ccs/core/ports/agent-runner';
import { git } from '../../workspace/git.ts';
import { listFiles } from '../../workspace/list-files.ts';
import { sourceBase } from '../../workspace/source/base-commit.ts';

/**
 * The files that would leave the machine with the project: all that git does not ignore. Of a project that was brought
 * along only those that the task added or changed. When git cannot tell, all of them.
 */
export async function* filesOfTheWork(run: VerifyRun, path: string | undefined): AsyncGenerator<string> {
  const { workspacePath } = run;
  const changed = run.source === null ? null : await changedFiles(workspacePath, path);
  const isIgnored = await ignoredPaths(workspacePath, path);
  for await (const file of listFiles(workspacePath)) {
    if (isIgnored(file)) continue;
    if (changed === null || changed.has(file)) yield file;
  }
}

async function ignoredPaths(workspace: string, path: string | undefined): Promise<(file: string) => boolean> {
  const args = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
  const names = await lines(workspace, args, path);
  const files = new Set(names);
  const folders = [...files].filter((name) => name.endsWith('/'));
  return (file) => files.has(file) || folders.some((folder) => file.startsWith(folder));
}

async function changedFiles(
  workspace: string,
  path: string | undefined,
): Promise<ReadonlySet<string> | null> {
  const base = await sourceBase(workspace, path).catch(() => null);
  if (base === null) return null;
  const changed = await lines(workspace, ['diff', '--name-only', '-z', '--no-renames', base, '--'], path);
  const added = await lines(workspace, ['ls-files', '-z', '--others', '--exclude-standard'], path);
  return new Set([...changed, ...added]);
}

async function lines(
  workspace: string,
  args: readonly string[],
  path: string | undefined,
): Promise<readonly string[]> {
  const result = await git(workspace, args, path).catch(() => null);
  return result?.exitCode === 0 ? result.stdout.split('\0').filter((name) => name !== '') : [];
}
