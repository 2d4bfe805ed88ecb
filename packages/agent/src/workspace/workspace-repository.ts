import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StopSignal } from '@ccs/core/ports/agent-runner';
import type { LocalizedText } from '@ccs/core/vocabulary/language';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import { check } from './check-git.ts';
import { git, type GitResult } from './git.ts';
import { initRepository, writeExcluded } from './init-repository.ts';
import { findNestedRepositories } from './nested-repositories.ts';
import { isLinked } from './source/add-worktree.ts';
import type { NetworkEnvironment } from './source/clone-repository.ts';
import { prepareWorkspace } from './source/prepare-workspace.ts';

/** What `git add` says about a repository inside this one: it would record its commit only, or it has none. */
const NESTED = /adding embedded git repository|does not have a commit checked out|is in submodule/;
/** There is no mark, because there was no commit before the phase, or no commit at all. */
const UNKNOWN_REVISION = /bad revision|unknown revision|ambiguous argument/;
const ATTEMPTS = 8;
const RETRY_DELAY_MS = 100;

/** What a commit takes. */
export interface CommitOptions {
  /** Relative to the workspace; everything when undefined. */
  readonly paths?: readonly string[] | undefined;
  readonly allowEmpty?: boolean;
  /** Files that are taken also when the project ignores them; those that are not there are left out. */
  readonly force?: readonly string[];
}

/** The git repository of one workspace. Its operations run one after the other. */
export interface WorkspaceRepository {
  /**
   * Commits these paths, or everything, if that changed. The files of repositories inside the workspace count as its
   * own.
   * @param options.allowEmpty commits also when nothing changed: what happened stands in the history.
   * @returns whether a commit was made.
   * @throws Error with git's words when git refuses.
   */
  commit(message: string, options?: CommitOptions): Promise<boolean>;
  /** Whether everything is committed, as far as git can tell; also false when git fails. */
  isClean(): Promise<boolean>;
  /** Remembers the present commit as the state before a phase, unless it is remembered already. */
  markPhaseStart(phase: number): Promise<void>;
  /** The present commit, in full; null before the first one, or when git fails. */
  head(): Promise<string | null>;
  /** The commit before a phase's first attempt, in full; null when there was none. */
  phaseBase(phase: number): Promise<string | null>;
  /** Paths that were added or changed since the phase's start and are there now, sorted; everything without a mark. */
  changedSince(phase: number): Promise<readonly string[]>;
}

/** Where the project in a workspace comes from, and what bringing it there needs. */
export interface OpenOptions {
  /** Null or absent: the workspace starts empty. */
  readonly source?: WorkspaceSource | null;
  /** What git's way to a server depends on, such as proxies. */
  readonly environment?: NetworkEnvironment;
  /** Ends the preparing of the workspace; it rejects with a WorkspaceSourceError then. */
  readonly signal?: StopSignal;
  /** Told in a sentence what a person should know of the preparing, such as what was not taken along. */
  readonly onNote?: (note: LocalizedText) => void;
}

/**
 * Makes the folder a git repository of its own (also inside another repository), with the project of its source if
 * it is empty, and clears what a killed process left. Nothing else may be working in the folder.
 * @throws WorkspaceSourceError when the project cannot be brought here; GitMissingError without git; a file-system
 * error when the folder cannot be created or written.
 */
export async function openWorkspace(
  workspace: string,
  path: string | undefined,
  options: OpenOptions = {},
): Promise<WorkspaceRepository> {
  const { source, environment = {}, signal, onNote = () => undefined } = options;
  if (source) await prepareWorkspace(workspace, source, { PATH: path, environment, signal, onNote });
  await mkdir(workspace, { recursive: true });
  const isLinkedWorktree = await isLinked(workspace);
  if (!isLinkedWorktree && !(await exists(join(workspace, '.git', 'HEAD')))) {
    await initRepository(workspace, path);
  }
  const gitDir = isLinkedWorktree ? await findGitDir(workspace, path) : join(workspace, '.git');
  await rm(join(gitDir, 'index.lock'), { force: true });
  // The usual place is shared by all worktrees of a repository, and that one belongs to a person.
  const excludes = join(gitDir, ...(isLinkedWorktree ? ['ccs-exclude'] : ['info', 'exclude']));
  await writeExcluded(excludes);
  return createRepository(workspace, path, isLinkedWorktree ? ['-c', `core.excludesFile=${excludes}`] : []);
}

async function findGitDir(workspace: string, path: string | undefined): Promise<string> {
  const found = await git(workspace, ['rev-parse', '--absolute-git-dir'], path);
  return check('git rev-parse', found).replace(/\n$/, '');
}

/**
 * The ref that remembers the state before a phase. Refs under refs/worktree belong to one worktree: those of a task never
 * meet another's, nor litter a person's repository.
 */
export function phaseStartRef(phase: number): string {
  return `refs/worktree/ccs/phase-${phase}-start`;
}

function createRepository(
  workspace: string,
  path: string | undefined,
  settings: readonly string[],
): WorkspaceRepository {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const run = (args: readonly string[]) => git(workspace, [...settings, ...args], path);
  // Commits happen behind the agent's back and give way to it.
  const runAside = (args: readonly string[]) => git(workspace, [...settings, ...args], path, { aside: true });

  async function commit(
    message: string,
    { paths, allowEmpty, force = [] }: CommitOptions = {},
  ): Promise<boolean> {
    const added = await add(paths ?? ['.']);
    await addIgnored(force);
    const empty = allowEmpty ? ['--allow-empty'] : [];
    const subject = message.replace(/\s+/g, ' ').trim();
    const result = await patient(() => runAside(['commit', '-q', '--no-verify', ...empty, '-m', subject]));
    // What the project itself ignores stays out.
    if (!added.stderr.includes('ignored by')) check('git add', added);
    if (result.exitCode === 0) return true;
    if (/nothing (added )?to commit|no changes added/.test(result.stdout)) return false;
    check('git commit', result);
    return false;
  }

  async function add(paths: readonly string[]): Promise<GitResult> {
    if (paths.includes('.') && (await holdsRepositories())) await takeInNested();
    const added = await patient(() => runAside(['add', '-A', '--', ...paths]));
    if (!NESTED.test(added.stderr)) return added;
    const empty = await takeInNested();
    return patient(() =>
      run(['add', '-A', '--', ...paths, ...empty.map((nested) => `:(exclude,literal)${nested}`)]),
    );
  }

  /** Adds those of these files that are there and ignored, and nothing else. */
  async function addIgnored(files: readonly string[]): Promise<void> {
    if (files.length === 0) return;
    const listing = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--', ...files];
    const found = check('git ls-files', await runAside(['--literal-pathspecs', ...listing])).split('\0');
    const ignored = files.filter((file) => found.includes(file));
    if (ignored.length === 0) return;
    const forced = await patient(() => runAside(['--literal-pathspecs', 'add', '-f', '--', ...ignored]));
    check('git add', forced);
  }

  /** Whether the index has entries that only name a commit of another repository: the agent's own `git add` did it. */
  async function holdsRepositories(): Promise<boolean> {
    return (await runAside(['ls-files', '-s', '-z'])).stdout
      .split('\0')
      .some((entry) => entry.startsWith('160000 '));
  }

  /**
   * Makes git treat repositories inside the workspace as plain folders: it does once the index holds a file of them.
   * Nothing in those repositories changes. Returns the ones without such a file, which `git add` must leave out.
   */
  async function takeInNested(): Promise<readonly string[]> {
    const empty: string[] = [];
    for (const { path: folder, files } of await findNestedRepositories(workspace)) {
      const seed = await firstOf(files, async (file) => !(await isIgnored(file)));
      if (seed === null) empty.push(folder);
      else
        check(
          'git update-index',
          await patient(() => runAside(['update-index', '--add', '--replace', '--', seed])),
        );
    }
    return empty;
  }

  async function commitOf(revision: string): Promise<string | null> {
    const { exitCode, stdout } = await run(['rev-parse', '--verify', '-q', `${revision}^{commit}`]);
    return exitCode === 0 ? stdout.trim() : null;
  }

  const isIgnored = async (file: string) =>
    (await run(['check-ignore', '-q', '--no-index', '--', file])).exitCode !== 1;

  async function changedSince(phase: number): Promise<readonly string[]> {
    const options = ['-r', '--name-only', '-z', '--diff-filter=d', '--no-ext-diff', '--no-textconv'];
    const sinceMark = await run(['diff-tree', ...options, phaseStartRef(phase), 'HEAD', '--']);
    const listing = UNKNOWN_REVISION.test(sinceMark.stderr) ? await run(['ls-files', '-z']) : sinceMark;
    check('git diff', listing);
    return listing.stdout.split('\0').filter((name) => name !== '');
  }

  return {
    commit: (message, options) => inTurn(() => commit(message, options)),
    markPhaseStart: (phase) =>
      inTurn(async () => {
        // The last argument says that the ref must not exist yet; git then refuses, which is fine, as without a commit.
        await run(['update-ref', phaseStartRef(phase), 'HEAD', '']);
      }),
    head: () => inTurn(() => commitOf('HEAD')),
    phaseBase: (phase) => inTurn(() => commitOf(phaseStartRef(phase))),
    isClean: () =>
      inTurn(async () => {
        const { exitCode, stdout } = await run(['status', '--porcelain', '-z']);
        return exitCode === 0 && stdout === '';
      }),
    changedSince: (phase) => inTurn(() => changedSince(phase)),
  };
}

/** Tries again what fails only because the agent works in the same folder at the same time. */
async function patient(work: () => Promise<GitResult>): Promise<GitResult> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await work();
    if (!isPassing(result) || attempt === ATTEMPTS) return result;
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
  }
}

/**
 * Whether a failure passes by itself: the agent's own git holds the lock, or a temporary file was gone before git
 * looked at it, which makes `git add` fail as a whole.
 */
export function isPassing({ exitCode, stderr }: GitResult): boolean {
  return exitCode !== 0 && /\.lock'|No such file or directory/.test(stderr);
}

async function firstOf<T>(items: readonly T[], holds: (item: T) => Promise<boolean>): Promise<T | null> {
  for (const item of items) if (await holds(item)) return item;
  return null;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
