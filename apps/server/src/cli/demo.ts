import { runProjectTests } from '@ccs/agent';
import { LANGUAGES } from '@ccs/core/vocabulary/language';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import path from 'node:path';
import { pino } from 'pino';
import type { Composition } from '../compose.ts';
import { type Config, ConfigError, parseConfig } from '../config/config.ts';
import { VERSION } from '../config/version.ts';
import type { Command } from './command.ts';
import { composeAlone } from './compose-alone.ts';
import { createDemoTask, type DemoFlags, type DemoTask, followToEnd } from './demo-task.ts';
import { nextSignal } from './next-signal.ts';
import { parseFlags } from './parse-flags.ts';

const TEST_TIMEOUT_MS = 120_000;

/**
 * Runs a whole task without an account: the real Claude Code, the scripted model, reviews approved by themselves.
 * Exits 0 only if the task completed and the generated project's own tests passed when run here.
 */
export const demo: Command = async (args, env) => {
  const flags = parseDemoFlags(args);
  const outer = parseConfig(env, VERSION);
  // A folder of its own: a server may be running on the usual one.
  const dataDirectory = path.join(outer.dataDirectory, 'demo');
  const config: Config = {
    ...outer,
    dataDirectory,
    outputDirectory: path.join(dataDirectory, 'projects'),
    databaseUrl: undefined,
  };
  const started = Date.now();
  const signalled = nextSignal();
  const composed = await composeAlone(config, pino({ level: 'warn' }, pino.destination(2)));
  if (!composed) return 1;
  try {
    composed.work();
    const task = await createDemoTask(composed, config, flags);
    console.log(`Demo: ${flags.title}\n`);
    const end = await Promise.race([followToEnd(composed, task.taskId), signalled]);
    if (end === 'completed') return await reportProject(composed, config, task, started);
    if (end !== 'failed') console.error(`\nStopped by ${end}.`);
    else await reportFailure(composed, task.taskId);
    return 1;
  } finally {
    await composed.stop();
  }
};

/** Runs the project's own tests and prints what came out; resolves with the exit code. */
async function reportProject(
  composed: Composition,
  config: Config,
  { taskId, workspacePath }: DemoTask,
  started: number,
): Promise<number> {
  const tests = await runProjectTests(workspacePath, {
    timeoutMs: TEST_TIMEOUT_MS,
    env: { PATH: config.agent.PATH ?? '' },
  });
  const phases = await composed.readModels.listPhases(taskId);
  const documents = phases.flatMap((phase) => phase.outputs).filter((file) => file.kind === 'document');
  console.log(`\nWorkspace  ${workspacePath}`);
  console.log(`Documents  ${documents.length}`);
  for (const { path: name, sizeBytes } of documents) console.log(`  ${name} (${sizeBytes} bytes)`);
  const verdict =
    tests.command === null ? 'no tests found' : tests.passed ? 'passed' : `failed (exit ${tests.exitCode})`;
  console.log(`Tests      ${tests.command ?? '-'}: ${verdict}`);
  if (tests.command !== null && !tests.passed) console.log(tests.outputTail);
  console.log(`Time       ${((Date.now() - started) / 1000).toFixed(1)} s`);
  console.log(`\nTry it:    cd ${workspacePath} && npm start   (PORT=... for another port than 3000)`);
  return tests.command !== null && tests.passed ? 0 : 1;
}

async function reportFailure(composed: Composition, taskId: TaskId): Promise<void> {
  const task = await composed.readModels.findTask(taskId);
  console.error(`\nThe task failed: ${task?.failure?.code ?? 'unknown'}. ${task?.failure?.details ?? ''}`);
}

function parseDemoFlags(args: readonly string[]): DemoFlags {
  const { title, prompt, language = 'en' } = parseFlags(args, ['title', 'prompt', 'language']);
  const known = LANGUAGES.find((candidate) => candidate === language);
  if (!known) throw new ConfigError(`--language must be one of: ${LANGUAGES.join(', ')}`);
  return {
    title: title ?? (known === 'ko' ? '습관 트래커' : 'Habit tracker'),
    prompt: prompt ?? (known === 'ko' ? '연속 기록을 보여 주는 습관 트래커' : 'a habit tracker with streaks'),
    language: known,
  };
}
