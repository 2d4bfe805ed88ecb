import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { StopSignal } from '@ccs/core/ports/agent-runner';
import { withoutForeignPrograms } from './git-filters.ts';

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

/** How to run a git command. */
export interface GitOptions {
  /** With low priority. */
  readonly aside?: boolean;
  /** 2 minutes when absent. */
  readonly timeoutMs?: number;
  /** Ends the command; the exit code is not 0 then. */
  readonly signal?: StopSignal | undefined;
  /** More variables of its environment. */
  readonly env?: Readonly<Record<string, string>>;
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
 * @throws GitMissingError when git cannot be started; every exit code is a result.
 */
export async function git(
  workspace: string,
  args: readonly string[],
  path: string | undefined,
  options: GitOptions = {},
): Promise<GitResult> {
  const place = placeOf(workspace);
  const start = (more: readonly string[], env: Readonly<Record<string, string>>) =>
    runGit(more, path, { ...options, cwd: workspace, env: { ...options.env, ...place, ...env } });
  const harmless = await withoutForeignPrograms(workspace, async () => {
    const listing = ['config', '--includes', '--name-only', '-z', '--get-regexp', '^(filter|merge)\\.'];
    return (await start(listing, {})).stdout;
  });
  return start(args, harmless);
}

/** The variables by which git knows a repository and its files. */
function placeOf(workspace: string): Readonly<Record<string, string>> {
  return { GIT_DIR: join(workspace, '.git'), GIT_WORK_TREE: workspace };
}

/** Runs git with our settings and collects at most 16 MiB of output; what writes more is ended and fails. */
export function runGit(
  args: readonly string[],
  path: string | undefined,
  options: GitOptions & { readonly cwd: string },
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawnGit(args, path, options);
    const output = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    let bytes = 0;
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= MAX_OUTPUT_BYTES) output[name].push(chunk);
        else endGit(child);
      });
    }
    const stop = () => endGit(child);
    const timer = setTimeout(stop, options.timeoutMs ?? TIMEOUT_MS);
    options.signal?.addEventListener('abort', stop);
    if (options.signal?.aborted) stop();
    const settled = () => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', stop);
    };
    child.once('error', (error) => {
      settled();
      reject(startError(error, path));
    });
    child.once('close', (code) => {
      settled();
      const [stdout, stderr] = [output.stdout, output.stderr].map((chunks) =>
        Buffer.concat(chunks).toString(),
      );
      resolve({ exitCode: code ?? 1, stdout: stdout ?? '', stderr: stderr ?? '' });
    });
  });
}

/** Starts git with our settings; its environment holds nothing but what is given here. */
export function spawnGit(
  args: readonly string[],
  path: string | undefined,
  { cwd, env, aside }: GitOptions & { readonly cwd: string },
): ChildProcessWithoutNullStreams {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const child = spawn('git', [...settings, ...args], {
    cwd,
    env: {
      PATH: path ?? '',
      LC_ALL: 'C',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_AUTHOR_NAME: IDENTITY.name,
      GIT_AUTHOR_EMAIL: IDENTITY.email,
      GIT_COMMITTER_NAME: IDENTITY.name,
      GIT_COMMITTER_EMAIL: IDENTITY.email,
      ...env,
    },
    // A group of its own, so that the programs that it starts end with it.
    detached: true,
  });
  // A command that ends before it has read all is judged by its exit code.
  child.stdin.on('error', () => undefined).end();
  if (aside) giveWay(child.pid);
  return child;
}

/** Ends git and what it started, such as its way to a server. */
export function endGit(child: ChildProcessWithoutNullStreams): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    child.kill();
  }
}

/** What it means that git could not be started. */
export function startError(error: NodeJS.ErrnoException, path: string | undefined): Error {
  return error.code === 'ENOENT' || error.code === 'EACCES' ? new GitMissingError(path) : error;
}

function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS);
  } catch {
    // It has ended already, or the system does not allow it: only its speed depends on it.
  }
}
