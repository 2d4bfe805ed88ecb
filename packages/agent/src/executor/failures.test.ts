import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Bench, openBench, Recorder } from '../testing/bench.ts';
import { call, inOrder, refuse, say, write } from '../testing/play.ts';
import { findMarkedProcesses } from './marked-processes.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
});

const BOTH = say(write('docs/planning/01_idea.md'), write('docs/planning/02_market.md'));

test.each([
  [401, 'authentication_error', 'invalid x-api-key', 'agent_authentication_failed'],
  [403, 'permission_error', 'forbidden', 'agent_authentication_failed'],
  [
    400,
    'invalid_request_error',
    'Your credit balance is too low to access the API.',
    'agent_credit_exhausted',
  ],
  [
    400,
    'invalid_request_error',
    'prompt is too long: 250000 tokens > 200000 maximum',
    'agent_context_exceeded',
  ],
  [400, 'invalid_request_error', 'something else', 'agent_api_error'],
  [404, 'not_found_error', 'model: nothing', 'agent_model_not_found'],
  [429, 'rate_limit_error', 'slow down', 'agent_rate_limited'],
  [500, 'api_error', 'internal', 'agent_api_error'],
  [529, 'overloaded_error', 'Overloaded', 'agent_overloaded'],
])('HTTP %i %s "%s" becomes %s', async (status, type, message, code) => {
  bench = await openBench(inOrder(BOTH, refuse(status, type, message)), { maxRetries: 0 });
  const result = await bench.run();
  expect(result).toMatchObject({ outcome: 'failed', failure: { code } });
  expect(result.recorder.texts('error').at(-1)).toBeTruthy();
  expect(result.recorder.steps).toHaveLength(2);
});

test('an API that cannot be reached', async () => {
  bench = await openBench(inOrder(BOTH), { maxRetries: 0 });
  await bench.model.close();
  expect(await bench.run()).toMatchObject({
    outcome: 'failed',
    failure: { code: 'agent_connection_failed' },
  });
});

test('retries are logged and a phase that recovers is not a failure', async () => {
  bench = await openBench(
    inOrder(refuse(529, 'overloaded_error', 'Overloaded'), BOTH, say('=== PHASE 1 COMPLETE ===')),
  );
  const { outcome, recorder } = await bench.run();
  expect(outcome).toBe('completed');
  expect(recorder.texts('system')).toContainEqual(expect.stringMatching(/529 overloaded.*attempt 1 of 10/));
});

test('no credentials at all', async () => {
  bench = await openBench(inOrder(BOTH));
  const { environment } = bench.options;
  const { ANTHROPIC_API_KEY: _, ...signedOut } = environment;
  const other = await openBench(inOrder(BOTH), { environment: signedOut });
  try {
    expect(await other.run()).toMatchObject({ outcome: 'failed', failure: { code: 'agent_not_signed_in' } });
  } finally {
    await other.close();
  }
});

test('a program that is not there, or may not be run', async () => {
  bench = await openBench(inOrder(BOTH), { claudeExecutable: '/nonexistent/claude' });
  expect(await bench.run()).toMatchObject({ outcome: 'failed', failure: { code: 'agent_binary_missing' } });
  const other = await openBench(inOrder(BOTH), { claudeExecutable: 'no-such-claude-program' });
  try {
    expect(await other.run()).toMatchObject({ outcome: 'failed', failure: { code: 'agent_binary_missing' } });
  } finally {
    await other.close();
  }
});

test('a program that ends at once is an exit with its code and last words', async () => {
  bench = await openBench(inOrder(BOTH));
  const program = join(bench.root, 'claude');
  await writeFile(program, '#!/bin/sh\necho "cannot go on" >&2\nexit 7\n');
  await chmod(program, 0o755);
  const other = await openBench(inOrder(BOTH), { claudeExecutable: program });
  try {
    const result = await other.run();
    expect(result).toMatchObject({ outcome: 'failed', failure: { code: 'agent_exited' } });
    expect(result.outcome === 'failed' && result.failure.details).toMatch(/code 7[\s\S]*cannot go on/);
    expect(result.recorder.texts('stderr')).toEqual(['cannot go on']);
  } finally {
    await other.close();
  }
});

test('no git, and a workspace that cannot be made', async () => {
  bench = await openBench(inOrder(BOTH));
  const blocked = join(bench.root, 'file');
  await writeFile(blocked, '');
  const unavailable = await bench.run({ workspacePath: join(blocked, 'workspace') });
  expect(unavailable).toMatchObject({ outcome: 'failed', failure: { code: 'workspace_unavailable' } });
  const empty = join(bench.root, 'empty');
  await mkdir(empty);
  const other = await openBench(inOrder(BOTH), {
    environment: { ...bench.options.environment, PATH: empty },
  });
  try {
    expect(await other.run()).toMatchObject({ outcome: 'failed', failure: { code: 'git_missing' } });
  } finally {
    await other.close();
  }
});

test('Claude Code killed in the middle: an exit by signal, its Bash child is gone, and the session goes on', async () => {
  bench = await openBench(
    inOrder(
      say(write('docs/planning/01_idea.md')),
      say('Waiting.', call('Bash', { command: 'sleep 300; echo slept' })),
      say(write('docs/planning/02_market.md')),
      say('=== PHASE 1 COMPLETE ==='),
    ),
  );
  const recorder = new Recorder();
  const run = bench.newRun();
  const running = bench.runner.runPhase(run, recorder, recorder.inbox, new AbortController().signal);
  await recorder.until(() => recorder.texts('tool_use').some((text) => text.startsWith('Bash')));
  const marks = new Set([run.runId]);
  let processes: readonly number[] = [];
  while (processes.length < 3) processes = await findMarkedProcesses(marks);
  const record = await readFile(join(bench.dataDir, 'runs', `${run.runId}.json`), 'utf8');
  process.kill(JSON.parse(record).pid, 'SIGKILL');
  const result = await running;
  expect(result).toMatchObject({ outcome: 'failed', failure: { code: 'agent_exited' } });
  expect(result.outcome === 'failed' && result.failure.details).toContain('SIGKILL');
  expect(await findMarkedProcesses(marks)).toEqual([]);
  expect(result.usage.inputTokens).toBeGreaterThan(0);

  const again = await bench.run({ attempt: 2, completedSteps: [1] });
  expect(again.outcome).toBe('completed');
  expect(JSON.stringify(bench.model.requests.at(-1)?.body.messages)).toContain('Attempt: 1');
});

test('a run that cannot be prepared leaves no temporary folder', async () => {
  bench = await openBench(inOrder(BOTH));
  await writeFile(bench.dataDir, 'a file where a folder should be');
  expect(await bench.run()).toMatchObject({ outcome: 'failed', failure: { code: 'internal_error' } });
  const other = await openBench(inOrder(BOTH), { demoModelUrl: () => Promise.reject(new Error('no model')) });
  try {
    expect(await other.run({ provider: 'demo' })).toMatchObject({ failure: { details: 'no model' } });
    for (const { root } of [bench, other]) {
      expect((await readdir(root)).filter((name) => name.startsWith('ccs-run-'))).toEqual([]);
    }
  } finally {
    await other.close();
  }
});

test('a reporter that fails ends the run as a defect of the platform', async () => {
  bench = await openBench(inOrder(BOTH, say('=== PHASE 1 COMPLETE ===')));
  const run = bench.newRun();
  const broken = new Recorder();
  broken.log = () => Promise.reject(new Error('disk full'));
  const result = await bench.runner.runPhase(run, broken, broken.inbox, new AbortController().signal);
  expect(result).toMatchObject({
    outcome: 'failed',
    failure: { code: 'internal_error', details: 'disk full' },
  });
  expect(await findMarkedProcesses(new Set([run.runId]))).toEqual([]);
});

test('credentials do not reach the log', async () => {
  bench = await openBench(
    inOrder(
      say(call('Bash', { command: 'echo key is sk-ant-test-not-a-key' })),
      BOTH,
      say('=== PHASE 1 COMPLETE ==='),
    ),
  );
  const { recorder, outcome } = await bench.run();
  expect(outcome).toBe('completed');
  expect(JSON.stringify(recorder.lines)).not.toContain('sk-ant-test-not-a-key');
  expect(recorder.texts('tool_result')).toContain('key is [redacted]');
});

test('the real key is not in the environment of what the agent runs', async () => {
  const spy = say(call('Bash', { command: 'env > env.txt', description: 'Look around' }));
  bench = await openBench(inOrder(spy, BOTH, say('=== PHASE 1 COMPLETE ===')));
  expect(await bench.run()).toMatchObject({ outcome: 'completed' });
  const seen = await readFile(join(bench.workspace, 'env.txt'), 'utf8');
  expect(seen).toMatch(/^ANTHROPIC_API_KEY=sk-ant-run-/m);
  expect(seen).toMatch(/^ANTHROPIC_BASE_URL=http:\/\/127\.0\.0\.1:/m);
  expect(seen).not.toContain('sk-ant-test-not-a-key');
});
