import { runProjectTests } from '@ccs/agent';
import type { StreamFrame } from '@ccs/contract';
import { createTask } from '@ccs/core/task/lifecycle/create-task';
import { executeTask } from '@ccs/core/task/lifecycle/execute-task';
import { LANGUAGES, type Language } from '@ccs/core/vocabulary/language';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pino } from 'pino';
import { type Composition, compose } from '../compose.ts';
import { type Config, ConfigError, parseConfig } from '../config/config.ts';
import { VERSION } from '../config/version.ts';
import { createIdSource } from '../runtime/ids.ts';
import { STREAM_START } from '../runtime/stream-cursor.ts';
import { workspacePathFor } from '../runtime/workspace-path.ts';
import type { Command } from './commands.ts';
import { describeFrame } from './describe-frame.ts';
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
  const composed = await compose(config, pino({ level: 'warn' }, pino.destination(2)));
  try {
    const { taskId, workspacePath } = await createDemoTask(composed, config, flags);
    console.log(`Demo: ${flags.title}\n`);
    const finished = await followToEnd(composed, taskId);
    if (!finished) {
      const task = await composed.readModels.findTask(taskId);
      console.error(
        `\nThe task failed: ${task?.failure?.code ?? 'unknown'}. ${task?.failure?.details ?? ''}`,
      );
      return 1;
    }
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
    console.log(`\nTry it:    cd ${workspacePath} && npm start`);
    return tests.command !== null && tests.passed ? 0 : 1;
  } finally {
    await composed.stop();
  }
};

interface DemoFlags {
  readonly title: string;
  readonly prompt: string;
  readonly language: Language;
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

async function createDemoTask(composed: Composition, config: Config, flags: DemoFlags) {
  const taskId = createIdSource().next('task');
  const workspacePath = workspacePathFor(config.outputDirectory, flags.title, taskId);
  await composed.commands.handle({
    taskId,
    actor: 'user',
    decide: (state) =>
      createTask(state, {
        ...flags,
        taskType: 'create_app',
        provider: 'demo',
        autoApprove: true,
        priority: 'normal',
        workspacePath,
        sessionId: randomUUID(),
      }),
  });
  await composed.commands.handle({
    taskId,
    actor: 'user',
    decide: (state, context) => executeTask(state, { taskId }, context),
  });
  return { taskId, workspacePath };
}

/** Prints what happens until the task is completed (true) or has failed (false). */
async function followToEnd(composed: Composition, taskId: TaskId): Promise<boolean> {
  let cursor = STREAM_START;
  return new Promise((resolve, reject) => {
    const show = (json: string): void => {
      const frame = JSON.parse(json) as StreamFrame;
      const text = describeFrame(frame);
      if (text) console.log(text);
      if (frame.type === 'complete') resolve(true);
      if (frame.type === 'error') resolve(false);
    };
    const follow = async (): Promise<void> => {
      for (;;) {
        const { entries, detach } = await composed.streams
          .of(taskId)
          .catchUp(cursor, (entry) => show(entry.json));
        for (const entry of entries) {
          show(entry.json);
          cursor = entry.cursor;
        }
        if (detach) return;
      }
    };
    follow().catch(reject);
  });
}
