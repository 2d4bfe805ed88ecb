import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { StopSignal } from '@ccs/core/ports/agent-runner';
import type { LocalizedText } from '@ccs/core/vocabulary/language';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import { messageOf } from '../../executor/message-of.ts';
import { GitMissingError } from '../git.ts';
import { addWorktree, connectWorktree, forgetWorktrees, isLinked, type Making } from './add-worktree.ts';
import { cloneRepository, type NetworkEnvironment } from './clone-repository.ts';
import { copyFolder } from './copy-folder.ts';
import { locateRepository } from './locate-repository.ts';
import { WorkspaceSourceError } from './workspace-source-error.ts';

/** What the preparing of a workspace needs beside its source. */
export interface Preparation {
  readonly PATH: string | undefined;
  readonly environment: NetworkEnvironment;
  readonly signal: StopSignal | undefined;
  readonly onNote: (note: LocalizedText) => void;
}

/**
 * Brings a project into a workspace that is not there yet. It is made beside its place and moved there when it is
 * whole, so after a kill at any point it is either there or made anew; a workspace with anything in it is left alone.
 * @throws WorkspaceSourceError; GitMissingError; a file-system error when the folder around it cannot be made
 */
export async function prepareWorkspace(
  workspace: string,
  source: WorkspaceSource,
  preparation: Preparation,
): Promise<void> {
  await mkdir(dirname(workspace), { recursive: true });
  try {
    await clearStaging(workspace);
    const isThere = await hasContent(workspace);
    if (isThere && !(await isLinked(workspace))) return;
    const place = source.kind === 'git' ? null : await locate(source, preparation.PATH);
    // It may have been moved to its place just before the server died.
    if (isThere && place) await connectWorktree(place.top, workspace, preparation.PATH);
    if (isThere) return;
    const staging = await mkdtemp(join(dirname(workspace), stagingPrefix(workspace)));
    const name = basename(workspace);
    if (place) await forgetWorktrees(place.top, name, preparation.PATH);
    const making: Making = { ...preparation, folder: join(staging, name), name };
    try {
      if (source.kind === 'git') await cloneRepository(source, making, preparation.environment);
      else if (place) await addWorktree(place, making);
      else await copyFolder(source.path, making);
      await rmdir(workspace).catch(() => undefined);
      await rename(making.folder, workspace);
      if (place) await connectWorktree(place.top, workspace, preparation.PATH);
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  } catch (error) {
    if (error instanceof GitMissingError || error instanceof WorkspaceSourceError) throw error;
    throw new WorkspaceSourceError(messageOf(error));
  }
}

async function locate(
  source: { readonly kind: 'task' | 'folder'; readonly path: string },
  path: string | undefined,
) {
  const found = await stat(source.path).catch(() => null);
  if (!found?.isDirectory()) throw new WorkspaceSourceError(`There is no folder ${source.path}.`);
  return locateRepository(source.path, path);
}

/** What is being made stands beside the workspace: on the same file system, and never in the way of it. */
const stagingPrefix = (workspace: string) => `.preparing-${basename(workspace)}-`;

/** Removes what an earlier attempt left when it was killed. */
async function clearStaging(workspace: string): Promise<void> {
  const parent = dirname(workspace);
  for (const entry of await readdir(parent)) {
    if (entry.startsWith(stagingPrefix(workspace))) {
      await rm(join(parent, entry), { recursive: true, force: true });
    }
  }
}

async function hasContent(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [])).length > 0;
}
