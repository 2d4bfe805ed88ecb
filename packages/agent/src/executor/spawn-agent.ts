import type { SpawnedProcess, SpawnOptions } from '@anthropic-ai/claude-agent-sdk';
import { spawn } from 'node:child_process';
import { send } from './end-processes.ts';
import type { Redact } from './redactor.ts';

const STDERR_TAIL_BYTES = 8 * 1024;
const MAX_STDERR_LINE = 4 * 1024;
const KEPT_STDERR = 64 * 1024;

/** How the process of an agent ended. */
export interface AgentExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One process of Claude Code, in a process group of its own. */
export interface AgentProcess {
  /** What the SDK drives. */
  readonly handle: SpawnedProcess;
  readonly pid: number | undefined;
  /** The last 8 KiB of its standard error, without secrets. */
  stderrTail(): string;
  /** Why it could not be started, if so. */
  spawnError(): NodeJS.ErrnoException | null;
  exit(): AgentExit | null;
  /** Sends a signal to its whole group, while it lives. */
  signalGroup(signal: NodeJS.Signals): void;
}

/** Starts Claude Code detached: a signal to the server's group does not reach it, and its own group ends as one. */
export function spawnAgent(
  { command, args, cwd, env }: SpawnOptions,
  onStderr: (line: string) => void,
  redact: Redact,
): AgentProcess {
  const child = spawn(command, args, { cwd, env, stdio: 'pipe', detached: true, windowsHide: true });
  let tail = '';
  let rest = '';
  let spawnError: NodeJS.ErrnoException | null = null;
  let exit: AgentExit | null = null;

  child.on('error', (error) => {
    spawnError = error;
  });
  child.on('exit', (code, signal) => {
    exit = { code, signal };
  });
  // Without a listener, writing to a process that just died would end the server.
  child.stdin.on('error', () => undefined);
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => {
    // Both are cut only after secrets are out: a part of a secret would not be recognised.
    tail = (tail + text).slice(-KEPT_STDERR);
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, KEPT_STDERR);
    for (const line of lines) if (line.trim() !== '') onStderr(redact(line).slice(0, MAX_STDERR_LINE));
  });
  child.stderr.on('end', () => {
    if (rest.trim() !== '') onStderr(redact(rest).slice(0, MAX_STDERR_LINE));
    rest = '';
  });

  const signalGroup = (signal: NodeJS.Signals): void => {
    // While it is not reaped its id cannot be taken by another process.
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      send(-child.pid, signal);
  };
  // The SDK ends its process through this; the whole group goes.
  child.kill = (signal) => {
    signalGroup(typeof signal === 'string' ? signal : 'SIGTERM');
    return true;
  };
  return {
    handle: child,
    pid: child.pid,
    stderrTail: () => redact(tail).slice(-STDERR_TAIL_BYTES).trim(),
    spawnError: () => spawnError,
    exit: () => exit,
    signalGroup,
  };
}
