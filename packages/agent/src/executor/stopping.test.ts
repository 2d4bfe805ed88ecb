import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type Bench, openBench, Recorder } from '../testing/bench.ts';
import { call, inOrder, say, write } from '../testing/play.ts';
import { createAgentRunner } from './create-agent-runner.ts';
import { findMarkedProcesses } from './marked-processes.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
});

const BOTH = say(write('docs/planning/01_idea.md'), write('docs/planning/02_market.md'));
const DONE = say('=== PHASE 1 COMPLETE ===');
/** A Bash child that does not care about SIGTERM, in a group of its own. */
const STUBBORN = `setsid sh -c 'trap "" TERM; touch stubborn; while :; do sleep 1; done' & sleep 300`;

async function untilStubborn({ workspace }: Bench): Promise<void> {
  while (!existsSync(join(workspace, 'stubborn'))) await setImmediate();
}

async function untilProcesses(runId: string, count: number): Promise<void> {
  while ((await findMarkedProcesses(new Set([runId]))).length < count);
}

test('a stop ends everything within six seconds, stubborn children too', async () => {
  bench = await openBench(inOrder(say('Working.\n', call('Bash', { command: STUBBORN }))));
  const stop = new AbortController();
  const recorder = new Recorder();
  const run = bench.newRun();
  const running = bench.runner.runPhase(run, recorder, recorder.inbox, stop.signal);
  await untilStubborn(bench);
  const stopped = Date.now();
  stop.abort();
  expect(await running).toMatchObject({ outcome: 'interrupted' });
  expect(Date.now() - stopped).toBeLessThan(6_000);
  expect(await findMarkedProcesses(new Set([run.runId]))).toEqual([]);
  expect(await readdir(join(bench.dataDir, 'runs'))).toEqual([]);
  expect((await readdir(bench.root)).filter((name) => name.startsWith('ccs-run-'))).toEqual([]);
});

test('a stop before the start, and one while Claude Code starts', async () => {
  bench = await openBench(inOrder(BOTH, DONE));
  expect(await bench.run({}, new Recorder(), AbortSignal.abort())).toMatchObject({ outcome: 'interrupted' });
  expect(bench.model.requests).toHaveLength(0);
  const stop = new AbortController();
  const recorder = new Recorder();
  const run = bench.newRun();
  const running = bench.runner.runPhase(run, recorder, recorder.inbox, stop.signal);
  await untilProcesses(run.runId, 1);
  stop.abort();
  expect(await running).toMatchObject({ outcome: 'interrupted' });
  // However early it was stopped, the task can go on.
  expect(await bench.run({ attempt: 2 })).toMatchObject({ outcome: 'completed' });
});

test('servers that an agent leaves behind end with the run', async () => {
  bench = await openBench(
    inOrder(
      say(call('Bash', { command: 'nohup setsid sleep 300 >/dev/null 2>&1 & echo started' })),
      BOTH,
      DONE,
    ),
  );
  const run = bench.newRun();
  const recorder = new Recorder();
  expect(
    await bench.runner.runPhase(run, recorder, recorder.inbox, new AbortController().signal),
  ).toMatchObject({
    outcome: 'completed',
  });
  expect(await findMarkedProcesses(new Set([run.runId]))).toEqual([]);
});

test('what such a server writes while it ends is committed, too', async () => {
  const server = `setsid sh -c 'trap "echo bye > last-words.md; exit" TERM; touch up; while :; do sleep 0.05; done'`;
  const command = `${server} >/dev/null 2>&1 & while [ ! -e up ]; do sleep 0.02; done`;
  bench = await openBench(inOrder(say(call('Bash', { command })), BOTH, DONE));
  expect(await bench.run()).toMatchObject({
    outcome: 'completed',
    outputs: expect.arrayContaining([expect.objectContaining({ path: 'last-words.md' })]),
  });
  const status = execFileSync('git', ['status', '--short'], { cwd: bench.workspace, encoding: 'utf8' });
  expect(status).toBe('');
});

test('two runs side by side do not mix', async () => {
  const one = await openBench(
    inOrder(say('I am one.\n', write('docs/planning/01_idea.md', 'one '.repeat(200))), BOTH, DONE),
  );
  bench = one;
  const two = await openBench(
    inOrder(say('I am two.\n', write('docs/planning/01_idea.md', 'two '.repeat(200))), BOTH, DONE),
  );
  try {
    const [first, second] = await Promise.all([one.run(), two.run()]);
    expect([first.outcome, second.outcome]).toEqual(['completed', 'completed']);
    expect(JSON.stringify(first.recorder.lines)).not.toContain('I am two');
    expect(JSON.stringify(second.recorder.lines)).not.toContain('I am one');
    expect(first.recorder.texts('text')[0]).toBe('I am one.');
    expect(second.recorder.texts('text')[0]).toBe('I am two.');
  } finally {
    await two.close();
  }
});

test('what a killed server leaves is found by its mark and ended', async () => {
  bench = await openBench(inOrder(say('Working.\n', call('Bash', { command: STUBBORN }))));
  const { options, root, dataDir } = bench;
  const run = bench.newRun();
  await mkdir(dataDir, { recursive: true });
  const server = spawn(
    process.execPath,
    [join(import.meta.dirname, '..', 'testing', 'server-to-kill.mjs'), JSON.stringify({ options, run })],
    { env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await untilStubborn(bench);
  const before = await findMarkedProcesses(new Set([run.runId]));
  const exited = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await exited;
  const record = join(dataDir, 'runs', `${run.runId}.json`);
  expect(before).toContain(JSON.parse(await readFile(record, 'utf8')).pid);

  // Another platform's, which knows nothing of this run.
  const other = createAgentRunner({ ...options, dataDir: join(root, 'other-data') });
  expect(await other.reapOrphans([bench.newRun().runId])).toBe(0);
  expect((await findMarkedProcesses(new Set([run.runId]))).length).toBeGreaterThan(0);
  // Its task may be deleted: the record alone tells that there was such a run.
  expect(await bench.runner.reapOrphans([])).toBeGreaterThanOrEqual(3);
  expect(await findMarkedProcesses(new Set([run.runId]))).toEqual([]);
  expect(await readdir(join(dataDir, 'runs'))).toEqual([]);
  expect((await readdir(root)).filter((name) => name.startsWith('ccs-run-'))).toEqual([]);
  expect(await bench.runner.reapOrphans([run.runId])).toBe(0);
});
