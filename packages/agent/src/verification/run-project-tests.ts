import { type ChildProcess, spawn } from 'node:child_process';
import type { StopSignal } from '@ccs/core/ports/agent-runner';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { RUN_MARK } from '../executor/agent-environment.ts';
import { endProcesses, send } from '../executor/end-processes.ts';
import { detectTestCommand, type TestCommand } from './detect-test-command.ts';

const MAX_TAIL = 64 * 1024;
const TERM_GRACE_MS = 2_000;
const CLOSE_PAUSE_MS = 100;
const CLOSE_ATTEMPTS = 10;

/** How the tests of a project are run. */
export interface ProjectTestOptions {
  readonly timeoutMs: number;
  /** The whole environment of the tests; nothing of the server's own is added. */
  readonly env: Readonly<Record<string, string>>;
  /** The run that their processes belong to, so that they are found when the server dies; one of their own otherwise. */
  readonly runId?: string;
  /** Ends them when it aborts. */
  readonly signal?: StopSignal;
}

/** What came of running a project's own tests; `command: null` = the project has no test command. */
export type ProjectTestResult =
  | { readonly command: null }
  | {
      /** As a person would type it, such as `npm test` or `npm test (in app)`. */
      readonly command: string;
      /** Null when it could not be started or was ended after the time-out. */
      readonly exitCode: number | null;
      readonly passed: boolean;
      readonly timedOut: boolean;
      /** The program that is not installed here, so that nothing was tested; else null. */
      readonly missingProgram: string | null;
      /** The last 64 Ki characters of standard output and standard error, as they came. */
      readonly outputTail: string;
      readonly durationMs: number;
    };

/**
 * Runs the tests of the project in a workspace as the platform itself: only the exit code counts, not what an agent
 * said about it. Everything that the tests started is gone when it resolves.
 */
export async function runProjectTests(
  workspacePath: string,
  options: ProjectTestOptions,
): Promise<ProjectTestResult> {
  const command = await detectTestCommand(workspacePath);
  return command ? runCommand(workspacePath, command, options) : { command: null };
}

async function runCommand(
  workspacePath: string,
  { program, args, folder }: TestCommand,
  { timeoutMs, env, runId, signal }: ProjectTestOptions,
): Promise<ProjectTestResult> {
  const started = Date.now();
  const mark = runId ?? `tests_${randomUUID()}`;
  const child = spawn(program, args, {
    cwd: join(workspacePath, folder),
    env: { ...env, CI: '1', [RUN_MARK]: mark },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let outputTail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      outputTail = (outputTail + text).slice(-MAX_TAIL);
    });
  }
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let timedOut = false;
  let missingProgram: string | null = null;
  let stop = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  const exitCode = await new Promise<number | null>((resolve) => {
    stop = () => resolve(null);
    timer = setTimeout(() => {
      timedOut = true;
      resolve(null);
    }, timeoutMs);
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    child.once('exit', resolve);
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') missingProgram = program;
      outputTail += error.message;
      resolve(null);
    });
  });
  clearTimeout(timer);
  signal?.removeEventListener('abort', stop);
  await endProcesses([mark], TERM_GRACE_MS);
  if (child.pid !== undefined) await closing(child, closed, mark);
  return {
    command: [program, ...args].join(' ') + (folder ? ` (in ${folder})` : ''),
    exitCode,
    passed: exitCode === 0,
    timedOut,
    missingProgram,
    outputTail,
    durationMs: Date.now() - started,
  };
}

/** Waits until nothing writes any more. A process that was just starting could not be found by its mark, so it is looked for again. */
async function closing(child: ChildProcess, closed: Promise<void>, mark: string): Promise<void> {
  for (let attempt = 1; attempt <= CLOSE_ATTEMPTS; attempt += 1) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), CLOSE_PAUSE_MS);
    });
    const winner = await Promise.race([closed, late]);
    clearTimeout(timer);
    if (winner !== 'late') return;
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined)
      send(-child.pid, 'SIGKILL');
    await endProcesses([mark], TERM_GRACE_MS);
  }
  // Something that hid its mark keeps them open.
  child.stdout?.destroy();
  child.stderr?.destroy();
  await closed;
}
