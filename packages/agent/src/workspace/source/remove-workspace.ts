import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import { mergeStaging } from '../merge/merge-workspace.ts';
import { forgetWorktrees } from './add-worktree.ts';
import { locateRepository } from './locate-repository.ts';

/**
 * Removes a workspace with all that is in it. A repository that it is a worktree of forgets it and keeps the branch. The
 * caller has made sure that the folder is a workspace, and that nothing works in it.
 * @throws a file-system error when it cannot be removed; a source that is gone is none
 */
export async function removeWorkspace(
  workspace: string,
  source: WorkspaceSource | null,
  path: string | undefined,
): Promise<void> {
  for (const folder of [workspace, mergeStaging(workspace)])
    await rm(folder, { recursive: true, force: true });
  if (!source || source.kind === 'git') return;
  const place = await locateRepository(source.path, path).catch(() => null);
  if (!place) return;
  for (const name of [basename(workspace), `${basename(workspace)}-merge`]) {
    await forgetWorktrees(place.top, name, path);
  }
}
