import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import { git } from '../git.ts';
import type { WorkspacePlace } from '../git-stream.ts';
import { isLinked } from '../source/add-worktree.ts';
import { sourceBase } from '../source/base-commit.ts';
import { locateRepository } from '../source/locate-repository.ts';
import { applyToFolder } from './apply-to-folder.ts';
import { mergeIntoRepository } from './merge-into-repository.ts';
import { MergeRefusedError } from './merge-refused-error.ts';
import type { MergeResult, MergeWork } from './merge-work.ts';

/**
 * Brings the committed work of a `modify_app` workspace back to where it came from: merged into the branch that is
 * checked out there, or applied as a patch to a plain folder. Refused unless that succeeds as a whole.
 * @throws MergeRefusedError; GitMissingError; Error with git's words when git fails otherwise
 */
export async function mergeWorkspace(
  place: WorkspacePlace & { readonly source: WorkspaceSource },
): Promise<MergeResult> {
  const { workspacePath, source, PATH } = place;
  if (source.kind === 'git') throw new MergeRefusedError('no_folder');
  if (!(await stat(source.path).catch(() => null))?.isDirectory()) {
    throw new MergeRefusedError('source_missing');
  }
  const head = await git(workspacePath, ['rev-parse', '-q', '--verify', 'HEAD^{commit}'], PATH);
  const base = await sourceBase(workspacePath, PATH);
  const tip = head.stdout.trim();
  if (head.exitCode !== 0 || base === null || tip === base) throw new MergeRefusedError('nothing_to_merge');
  // A folder that became a repository since it was copied does not know our commits.
  const repository = (await isLinked(workspacePath)) ? await locateRepository(source.path, PATH) : 'none';
  if (repository === null) throw new MergeRefusedError('source_missing');
  const staging = mergeStaging(workspacePath);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging);
  const work: MergeWork = { workspacePath, PATH, base, tip, staging };
  try {
    return repository === 'none'
      ? await applyToFolder(source.path, work)
      : await mergeIntoRepository(repository.top, work);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Where a merge of this workspace keeps what it needs meanwhile. */
export function mergeStaging(workspace: string): string {
  return join(dirname(workspace), `.merging-${basename(workspace)}`);
}
