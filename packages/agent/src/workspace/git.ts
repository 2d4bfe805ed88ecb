import { execFile } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { withoutFilters } from './git-filters.ts';

/** How a git command ended. */
export interface GitResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `git` is not on the PATH, or may not be executed. */
export class GitMissingError extends Error {
  constructor(path: string | undefined) {
    super(`git was not found on PATH (${path ?? 'PATH is not set'})`);
    this.name = 'GitMissingError';
  }
}

const IDENTITY = { name: 'Claude Code Server', email: 'noreply@claude-code-server.local' };
// The workspace's own configuration belongs to the agent: no program that it names runs for our commits.
const SETTINGS = [
  'commit.gpgsign=false',
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  // Looking into a submodule runs git with the submodule's own configuration.
  'diff.ignoreSubmodules=all',
  'gc.auto=0',
  'maintenance.auto=false',
];
/** Of commands that give way to the agent. */
const NICENESS = 10;
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 120_000;

/**
 * Runs git on exactly this workspace: the repository is named outright, so a workspace inside another repository, or
 * one that lost its own, never touches the outer one. The machine's git configuration is not read.
 * @param options.aside runs it with low priority.
 * @throws GitMissingError when git cannot be started; every exit code is a result.
 */
export async function git(
  workspace: string,
  args: readonly string[],
  path: string | undefined,
  { aside = false }: { readonly aside?: boolean } = {},
): Promise<GitResult> {
  const filters = await withoutFilters(workspace, async () => {
    const listing = ['config', '--includes', '--name-only', '-z', '--get-regexp', '^filter\\.'];
    return (await start(workspace, listing, path, { aside })).stdout;
  });
  return start(workspace, args, path, { aside, filters });
}

function start(
  workspace: string,
  args: readonly string[],
  path: string | undefined,
  options: { readonly aside: boolean; readonly filters?: Readonly<Record<string, string>> },
): Promise<GitResult> {
  const env = {
    ...options.filters,
    PATH: path ?? '',
    LC_ALL: 'C',
    GIT_DIR: join(workspace, '.git'),
    GIT_WORK_TREE: workspace,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: IDENTITY.name,
    GIT_AUTHOR_EMAIL: IDENTITY.email,
    GIT_COMMITTER_NAME: IDENTITY.name,
    GIT_COMMITTER_EMAIL: IDENTITY.email,
  };
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...settings, ...args],
      { cwd: workspace, env, maxBuffer: MAX_OUTPUT_BYTES, timeout: TIMEOUT_MS },
      (error, stdout, stderr) => {
        if (error && (error.code === 'ENOENT' || error.code === 'EACCES')) reject(new GitMissingError(path));
        else resolve({ exitCode: error ? Number(error.code ?? 1) || 1 : 0, stdout, stderr });
      },
    );
    if (options.aside) giveWay(child.pid);
  });
}

function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS);
  } catch {
    // It has ended already, or the system does not allow it: only its speed depends on it.
  }
}
