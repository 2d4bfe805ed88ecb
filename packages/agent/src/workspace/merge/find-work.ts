import { stat } from 'node:fs/promises';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import { git } from '../git.ts';
import type { WorkspacePlace } from '../git-stream.ts';
import { isLinked } from '../source/add-worktree.ts';
import { sourceBase } from '../source/base-commit.ts';
import { locateRepository, type RepositoryPlace } from '../source/locate-repository.ts';
import { MergeRefusedError } from './merge-refused-error.ts';

/** A workspace, and what it changes. */
export interface WorkPlace extends WorkspacePlace {
  readonly source: WorkspaceSource;
}

/** Committed work, and where it would go back to. */
export interface FoundWork {
  /** The folder that was given. */
  readonly folder: string;
  /** The repository it belongs to; null: a plain folder. */
  readonly repository: RepositoryPlace | null;
  readonly base: string;
  readonly tip: string;
}

/** @throws MergeRefusedError no_folder, source_missing, nothing_to_merge; GitMissingError */
export async function findWork({ workspacePath, source, PATH }: WorkPlace): Promise<FoundWork> {
  if (source.kind === 'git') throw new MergeRefusedError('no_folder');
  const folder = source.path;
  if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new MergeRefusedError('source_missing');
  const head = await git(workspacePath, ['rev-parse', '-q', '--verify', 'HEAD^{commit}'], PATH);
  const base = await sourceBase(workspacePath, PATH);
  const tip = head.stdout.trim();
  if (head.exitCode !== 0 || base === null || tip === base) throw new MergeRefusedError('nothing_to_merge');
  // A folder that became a repository since it was copied does not know our commits.
  if (!(await isLinked(workspacePath))) return { folder, repository: null, base, tip };
  const repository = await locateRepository(folder, PATH);
  if (repository === null) throw new MergeRefusedError('source_missing');
  return { folder, repository, base, tip };
}
