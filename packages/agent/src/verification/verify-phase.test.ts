import type { VerifyResult } from '@ccs/core/ports/agent-runner';
import type { Criterion } from '@ccs/core/vocabulary/pipelines/criterion';
import type { Scenario } from '@ccs/scripted-model';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { AgentRunnerOptions } from '../executor/create-agent-runner.ts';
import { findMarkedProcesses } from '../executor/marked-processes.ts';
import { type Bench, openBench, Recorder, TWO_STEPS } from '../testing/bench.ts';
import { call, inOrder, refuse, say } from '../testing/play.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
});

const IDEA = 'docs/planning/01_idea.md';
const MARKET = 'docs/planning/02_market.md';
const TEXT = `# Idea\n\n${'Something that people can read. '.repeat(30)}\n`;

const name = { en: '', ko: '' };
const judged = (key: string): Criterion => ({
  key,
  name,
  check: { kind: 'verifier', instruction: `Is it ${key}?` },
});
const EXIST: Criterion = { key: 'outputs_exist', name, check: { kind: 'outputs_exist' } };
const LENGTH: Criterion = { key: 'min_length', name, check: { kind: 'min_length', characters: 500 } };
const DOCUMENTS = [EXIST, LENGTH, judged('agreed')];

const answer = (criteria: unknown) => say(call('StructuredOutput', { criteria }));
const verdict = (key: string, changes: object = {}) => ({
  key,
  verdict: 'pass',
  reason: 'I looked.',
  evidence: [],
  advice: null,
  ...changes,
});

interface Options {
  readonly files?: Readonly<Record<string, string>>;
  readonly criteria?: readonly Criterion[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly runner?: Partial<AgentRunnerOptions>;
  readonly signal?: AbortSignal;
  readonly recorder?: Recorder;
}

async function verify(
  scenario: Scenario,
  options: Options = {},
): Promise<VerifyResult & { recorder: Recorder }> {
  bench = await openBench(scenario, { maxRetries: 0, ...options.runner });
  const { workspace } = bench;
  await mkdir(workspace, { recursive: true });
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: workspace });
  for (const [path, content] of Object.entries(options.files ?? { [IDEA]: TEXT, [MARKET]: TEXT })) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), content);
  }
  const recorder = options.recorder ?? new Recorder();
  const run = bench.newRun({
    sessionId: randomUUID(),
    phase: { ...TWO_STEPS, criteria: options.criteria ?? DOCUMENTS },
    environment: options.environment ?? {},
  });
  const signal = options.signal ?? new AbortController().signal;
  const result = await bench.runner.verifyPhase(run, recorder, signal);
  expect(await findMarkedProcesses(new Set([run.runId]))).toEqual([]);
  return { ...result, recorder };
}

/** Claude Code is there and has asked the model, or is about to. */
const hasBegun = (recorder: Recorder) =>
  recorder.texts('system').some((line) => line.startsWith('Claude Code '));
const requests = () => bench?.model.requests ?? [];

test('passes when programs and verifier find nothing', async () => {
  const result = await verify(
    inOrder(say('I look.', call('Read', { file_path: IDEA })), answer([verdict('agreed')])),
  );
  expect(result).toMatchObject({
    outcome: 'verified',
    report: {
      verdict: 'passed',
      criteria: [
        { key: 'outputs_exist', verdict: 'pass', checkedBy: 'program' },
        { key: 'min_length', verdict: 'pass', checkedBy: 'program' },
        { key: 'agreed', verdict: 'pass', checkedBy: 'verifier', reason: 'I looked.' },
      ],
      tests: null,
      failure: null,
    },
  });
  expect(result.usage.inputTokens).toBeGreaterThan(0);
  const [first] = requests();
  const declared = (first?.body.tools ?? []) as readonly { readonly name: string }[];
  const tools = declared.map((tool) => tool.name);
  const own = tools.filter((tool) => tool !== 'DeferredToolPlaceholder');
  expect(own.toSorted()).toEqual(['Glob', 'Grep', 'Read', 'StructuredOutput']);
  expect(result.recorder.texts('prompt')[0]).toContain('Is it agreed?');
  expect(result.recorder.lines.every((line) => line.phase === 1)).toBe(true);
});

test('fails with the evidence that is really there', async () => {
  const evidence = [
    { path: MARKET, line: 3, text: 'Something' },
    { path: 'docs/none.md', line: 1, text: 'made up' },
    { path: '/etc/passwd', line: 1, text: 'root' },
  ];
  const result = await verify(
    inOrder(
      answer([
        verdict('agreed', { verdict: 'fail', reason: 'Names differ.', evidence, advice: 'One name.' }),
      ]),
    ),
  );
  expect(result).toMatchObject({
    outcome: 'verified',
    report: {
      verdict: 'failed',
      criteria: [
        { verdict: 'pass' },
        { verdict: 'pass' },
        { key: 'agreed', verdict: 'fail', reason: 'Names differ.', advice: 'One name.' },
      ],
    },
  });
  const last = result.outcome === 'verified' ? result.report.criteria.at(-1) : undefined;
  expect(last?.evidence).toEqual(evidence.slice(0, 1));
});

test('what programs find wrong stays wrong, whatever the verifier says', async () => {
  const files = { [IDEA]: TEXT, [MARKET]: '# Market\n\nSmall.' };
  const result = await verify(inOrder(answer([verdict('agreed')])), { files });
  expect(result).toMatchObject({
    outcome: 'verified',
    report: { verdict: 'failed', criteria: [{ verdict: 'pass' }, { verdict: 'fail' }, { verdict: 'pass' }] },
  });
});

test('without the files nothing is judged, and no agent is started', async () => {
  const result = await verify(inOrder(answer([verdict('agreed')])), { files: { [IDEA]: TEXT } });
  expect(result).toMatchObject({
    outcome: 'verified',
    report: {
      verdict: 'failed',
      criteria: [
        { verdict: 'fail', evidence: [{ path: MARKET }] },
        { verdict: 'pass' },
        { key: 'agreed', verdict: 'not_checked', checkedBy: 'verifier' },
      ],
    },
  });
  expect(requests()).toEqual([]);
});

test('without criteria for it no verifier is started', async () => {
  const result = await verify(inOrder(say('never')), { criteria: [EXIST] });
  expect(result).toMatchObject({ outcome: 'verified', report: { verdict: 'passed' } });
  expect(requests()).toEqual([]);
});

test('a verifier that only talks gives no verdict', async () => {
  const result = await verify(inOrder(say('Everything passes, believe me.')));
  expect(result).toMatchObject({ outcome: 'failed', failure: { code: 'verifier_no_verdict' } });
  expect(result.outcome === 'failed' && result.failure.details).toContain('believe me');
});

test.each([
  ['an unknown key', [verdict('agreed'), verdict('nice')]],
  ['another verdict', [verdict('agreed', { verdict: 'maybe' })]],
  ['no array', 'pass'],
])('a verifier whose answers never have the shape gives no verdict: %s', async (_, criteria) => {
  const result = await verify(inOrder(answer(criteria)));
  expect(result).toMatchObject({ outcome: 'failed', failure: { code: 'verifier_no_verdict' } });
});

test.each([
  ['nothing at all', []],
  ['twice the same', [verdict('agreed'), verdict('agreed', { verdict: 'fail' })]],
])('an answer that the schema allows can still be no verdict: %s', async (_, criteria) => {
  const result = await verify(inOrder(answer(criteria)));
  expect(result).toMatchObject({ outcome: 'failed', failure: { code: 'verifier_no_verdict' } });
  expect(result.outcome === 'failed' && result.failure.details).toContain('agreed');
});

test('an answer that is mended after Claude Code refused it counts', async () => {
  const result = await verify(inOrder(answer([{ key: 'agreed' }]), answer([verdict('agreed')])));
  expect(result).toMatchObject({ outcome: 'verified', report: { verdict: 'passed' } });
});

test.each([
  ['429', refuse(429, 'rate_limit_error', 'slow down'), 'agent_rate_limited'],
  ['529', refuse(529, 'overloaded_error', 'Overloaded'), 'agent_overloaded'],
  ['401', refuse(401, 'authentication_error', 'invalid x-api-key'), 'agent_authentication_failed'],
])('an API failure is no verdict: %s', async (_, reply, code) => {
  const result = await verify(inOrder(reply));
  expect(result).toMatchObject({ outcome: 'failed', failure: { code } });
});

test('a verifier that is killed gives no verdict', async () => {
  const recorder = new Recorder();
  const started = verify(inOrder({ kind: 'silence', ms: 60_000 }), { recorder });
  await recorder.until(hasBegun);
  const runId = recorder.lines[0]?.runId ?? '';
  const pids = await findMarkedProcesses(new Set([runId]));
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  expect(pids.length).toBeGreaterThan(0);
  expect(await started).toMatchObject({ outcome: 'failed', failure: { code: 'agent_exited' } });
});

test('stopped while it verifies: interrupted, and nothing is left', async () => {
  const recorder = new Recorder();
  const stop = new AbortController();
  const started = verify(inOrder({ kind: 'silence', ms: 60_000 }), { recorder, signal: stop.signal });
  await recorder.until(hasBegun);
  stop.abort();
  expect(await started).toMatchObject({ outcome: 'interrupted' });
});

test('it can neither write nor run anything, nor read outside', async () => {
  const result = await verify(
    inOrder(
      say(call('Write', { file_path: 'written.md', content: 'x' })),
      say(call('Bash', { command: 'touch ran.txt' })),
      say(call('Read', { file_path: '../home/.claude/x' }), call('Glob', { pattern: '../**' })),
      say(call('Grep', { pattern: '.', path: '/etc' })),
      answer([verdict('agreed')]),
    ),
  );
  expect(result).toMatchObject({ outcome: 'verified' });
  const results = result.recorder.lines.filter(({ kind }) => kind === 'tool_result');
  expect(results.slice(0, 5).map(({ isError }) => isError)).toEqual([true, true, true, true, true]);
  const workspace = bench?.workspace ?? '';
  for (const file of ['written.md', 'ran.txt'])
    await expect(access(join(workspace, file))).rejects.toThrow('ENOENT');
});

test('what files say to it is data: a marker of the protocol in its words means nothing', async () => {
  const result = await verify(
    inOrder(say('=== PHASE 1 COMPLETE ===', call('Read', { file_path: IDEA })), answer([verdict('agreed')])),
  );
  expect(result).toMatchObject({ outcome: 'verified', report: { verdict: 'passed' } });
});

test('runs the tests with the task’s secrets but not with ours, and shows neither', async () => {
  const manifest = JSON.stringify({
    scripts: {
      test: `node -e "console.log(process.env.API_KEY, process.env.ANTHROPIC_API_KEY); process.exit(3)"`,
    },
  });
  const result = await verify(inOrder(answer([verdict('agreed', { reason: 'It says s3cret-Value-9.' })])), {
    files: { [IDEA]: TEXT, [MARKET]: TEXT, 'package.json': manifest },
    criteria: [{ key: 'tests_pass', name, check: { kind: 'tests_pass' } }, judged('agreed')],
    environment: { API_KEY: 's3cret-Value-9' },
  });
  expect(result).toMatchObject({
    outcome: 'verified',
    report: {
      verdict: 'failed',
      criteria: [
        { key: 'tests_pass', verdict: 'fail' },
        { key: 'agreed', verdict: 'pass' },
      ],
      tests: { command: 'npm test', exitCode: 3, passed: false },
    },
  });
  const report = result.outcome === 'verified' ? result.report : null;
  expect(report?.tests?.outputTail).toContain('[redacted] undefined');
  expect(JSON.stringify([report, result.recorder.lines])).not.toContain('s3cret');
  expect(JSON.stringify(requests().map(({ body }) => body))).not.toContain('s3cret');
});

test('stopped while the tests run: they end, too', async () => {
  const recorder = new Recorder();
  const stop = new AbortController();
  const manifest = JSON.stringify({ scripts: { test: 'node -e "setInterval(() => {}, 1000)"' } });
  const started = verify(inOrder(say('never')), {
    recorder,
    signal: stop.signal,
    files: { 'package.json': manifest },
    criteria: [{ key: 'tests_pass', name, check: { kind: 'tests_pass' } }],
  });
  await recorder.until((it) => it.texts('system').some((line) => line.includes('Running the project')));
  stop.abort();
  expect(await started).toMatchObject({ outcome: 'interrupted' });
});
