import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { StopSignal } from '@ccs/core/ports/agent-runner';
import type { LocalizedText } from '@ccs/core/vocabulary/language';
import { check } from '../check-git.ts';
import { git, type GitOptions } from '../git.ts';
import { subfolderWords, uncommittedWords, worktreeWords } from '../workspace-words.ts';
import { markBase } from './base-commit.ts';
import type { RepositoryPlace } from './locate-repository.ts';
import { WorkspaceSourceError } from './workspace-source-error.ts';

const TIMEOUT_MS = 600_000;

/** What the making of a workspace needs. */
export interface Making {
  /** The folder to fill; its parent exists, it does not. */
  readonly folder: string;
  /** The last part of the workspace's path: the branch is `ccs/<name>`. */
  readonly name: string;
  readonly PATH: string | undefined;
  readonly signal: StopSignal | undefined;
  /** Told what a person should know, such as what was not taken along. */
  readonly onNote: (note: LocalizedText) => void;
}

/**
 * Checks out the last commit of a person's repository on a branch of its own into a linked worktree. Files, index,
 * branch and settings of the repository itself stay as they are. A branch that is there from before goes on.
 */
export async function addWorktree(place: RepositoryPlace, making: Making): Promise<void> {
  const { top, subfolder } = place;
  const { folder, name, PATH, onNote } = making;
  const run = (args: readonly string[], options: GitOptions = {}) => git(top, args, PATH, options);
  const head = await run(['rev-parse', '-q', '--verify', 'HEAD^{commit}']);
  if (head.exitCode !== 0) {
    throw new WorkspaceSourceError(head.stderr.trim() || `The git repository ${top} has no commit yet.`);
  }
  const start = head.stdout.trim();
  const branch = `ccs/${name}`;
  const isThere =
    (await run(['rev-parse', '-q', '--verify', `refs/heads/${branch}^{commit}`])).exitCode === 0;
  const what = isThere ? [folder, branch] : ['--no-track', '-b', branch, folder, start];
  const options = { timeoutMs: TIMEOUT_MS, signal: making.signal };
  check('git worktree add', await run(['worktree', 'add', '-q', ...what], options));
  const common = await run(['merge-base', start, `refs/heads/${branch}`]);
  await markBase(folder, common.exitCode === 0 ? common.stdout.trim() : start, PATH);

  onNote(worktreeWords(branch, top, start));
  if (subfolder !== '') onNote(subfolderWords(subfolder));
  const status = await run(['status', '--porcelain', '-z', '--no-renames', '--untracked-files=normal']);
  const uncommitted = status.stdout.split('\0').filter((entry) => entry !== '').length;
  if (uncommitted > 0) onNote(uncommittedWords(uncommitted, top));
}

/** Tells a repository that its worktree is now at this folder. */
export async function connectWorktree(
  top: string,
  workspace: string,
  path: string | undefined,
): Promise<void> {
  check('git worktree repair', await git(top, ['worktree', 'repair', workspace], path));
}

/**
 * Makes a repository forget the worktrees of this name, if their folders are gone: also one that a killed process left
 * half-made. Branches stay.
 */
export async function forgetWorktrees(top: string, name: string, path: string | undefined): Promise<void> {
  const found = await git(top, ['rev-parse', '--git-common-dir'], path);
  if (found.exitCode !== 0) return;
  const entries = join(resolve(top, found.stdout.replace(/\n$/, '')), 'worktrees');
  for (const { entry, isThere } of await listWorktrees(entries)) {
    // Git appends a number when a name is taken.
    const isOurs = entry.startsWith(name) && /^\d*$/.test(entry.slice(name.length));
    if (isOurs && !isThere) await rm(join(entries, entry), { recursive: true, force: true });
  }
}

/** Whether worktrees elsewhere need the repository in this folder. */
export async function hasWorktrees(folder: string): Promise<boolean> {
  return (await listWorktrees(join(folder, '.git', 'worktrees'))).some(({ isThere }) => isThere);
}

/** What git has noted of the linked worktrees of a repository, and whether their folders are there. */
async function listWorktrees(
  entries: string,
): Promise<readonly { readonly entry: string; readonly isThere: boolean }[]> {
  const names = await readdir(entries).catch(() => []);
  return Promise.all(
    names.map(async (entry) => {
      const file = (await readFile(join(entries, entry, 'gitdir'), 'utf8').catch(() => '')).trim();
      return { entry, isThere: file !== '' && (await exists(resolve(entries, entry, file))) };
    }),
  );
}

/** Whether the folder of the workspace is linked to a repository elsewhere. */
export async function isLinked(workspace: string): Promise<boolean> {
  return (await stat(join(workspace, '.git')).catch(() => null))?.isFile() ?? false;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
