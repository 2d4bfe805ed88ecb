import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import { mergeStaging } from '../merge/merge-workspace.ts';
import { forgetWorktrees, hasWorktrees } from './add-worktree.ts';
import { locateRepository } from './locate-repository.ts';

/**
 * Removes a workspace with all that is in it. A repository that it is a worktree of forgets it and keeps the branch. While other
 * tasks work on worktrees of this workspace, its repository stays; it goes with the last of them. The caller has made sure
 * that the folder is a workspace, and that nothing works in it.
 * @throws a file-system error when it cannot be removed; a source that is gone is none
 */
export async function removeWorkspace(
  workspace: string,
  source: WorkspaceSource | null,
  path: string | undefined,
): Promise<void> {
  await rm(mergeStaging(workspace), { recursive: true, force: true });
  await removeFiles(workspace);
  if (!source || source.kind === 'git') return;
  const place = await locateRepository(source.path, path).catch(() => null);
  if (!place) return;
  for (const name of [basename(workspace), `${basename(workspace)}-merge`]) {
    await forgetWorktrees(place.top, name, path);
  }
  if (source.kind !== 'task') return;
  // Nothing but the repository is left of a workspace that was removed before this one.
  const left = await readdir(source.path).catch(() => []);
  if (left.length === 1 && left[0] === '.git') await removeFiles(source.path);
}

async function removeFiles(workspace: string): Promise<void> {
  if (!(await hasWorktrees(workspace))) return rm(workspace, { recursive: true, force: true });
  for (const name of await readdir(workspace)) {
    if (name !== '.git') await rm(join(workspace, name), { recursive: true, force: true });
  }
}
