import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { RUN_MARK } from '../executor/agent-environment.ts';
import { endProcesses } from '../executor/end-processes.ts';
import { detectTestCommand, type TestCommand } from './detect-test-command.ts';

const MAX_TAIL = 64 * 1024;
const TERM_GRACE_MS = 2_000;

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
      /** The last 64 Ki characters of standard output and standard error, as they came. */
      readonly outputTail: string;
      readonly durationMs: number;
    };

/**
 * Runs the tests of the project in a workspace as the platform itself: only the exit code counts, not what an agent
 * said about it. Everything that the tests started is gone when it resolves.
 * @param options.env the whole environment of the tests; nothing of the server's own is added.
 */
export async function runProjectTests(
  workspacePath: string,
  options: { readonly timeoutMs: number; readonly env: Readonly<Record<string, string>> },
): Promise<ProjectTestResult> {
  const command = await detectTestCommand(workspacePath);
  return command ? runCommand(workspacePath, command, options) : { command: null };
}

async function runCommand(
  workspacePath: string,
  { program, args, folder }: TestCommand,
  { timeoutMs, env }: { readonly timeoutMs: number; readonly env: Readonly<Record<string, string>> },
): Promise<ProjectTestResult> {
  const started = Date.now();
  const mark = `tests_${randomUUID()}`;
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
  const exitCode = await new Promise<number | null>((resolve) => {
    const timer = setTimeout(() => {
      timedOut = true;
      resolve(null);
    }, timeoutMs);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      outputTail += error.message;
      resolve(null);
    });
  });
  await endProcesses([mark], TERM_GRACE_MS);
  if (child.pid !== undefined) await closed;
  return {
    command: [program, ...args].join(' ') + (folder ? ` (in ${folder})` : ''),
    exitCode,
    passed: exitCode === 0,
    timedOut,
    outputTail,
    durationMs: Date.now() - started,
  };
}
