import { findMarkedProcesses } from './marked-processes.ts';
import { afterEach, expect, test } from 'vitest';
import { type Bench, openBench, Recorder } from '../testing/bench.ts';
import { call, inOrder, say, write } from '../testing/play.ts';
import type { Scenario } from '@ccs/scripted-model';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
});

async function open(scenario: Scenario): Promise<Bench> {
  bench = await openBench(scenario);
  return bench;
}

const BOTH = say(write('docs/planning/01_idea.md'), write('docs/planning/02_market.md'));
const DONE = say('=== PHASE 1 COMPLETE ===');
const QUESTION = `[USER_QUESTION]
category: business
question: How will it earn money?
options:
- Subscription
- Ads
required: true
[/USER_QUESTION]
`;
const DEPENDENCY = `[DEPENDENCY_REQUEST]
type: api_key
name: WEATHER_API_KEY
description: for the forecast
[/DEPENDENCY_REQUEST]
`;
const KEY = { kind: 'value', secretId: 'secret_00000000000000000000000001' } as const;
const askUser = (input: object = {}) =>
  call('mcp__ccs__ask_user', { question: 'Which colour?', options: ['Red', 'Blue'], ...input });
/** The last message of the person or the platform in the last request, as text. */
function lastSaid({ model }: Bench): string {
  return JSON.stringify(model.requests.at(-1)?.body.messages ?? []);
}

test.each<[string, ReturnType<typeof say>, string]>([
  ['a block, then the turn ends', say(QUESTION), 'text'],
  ['a block, then it goes on', say(QUESTION, call('Bash', { command: 'touch went-on' })), 'text'],
  ['the tool', say(askUser({ question: 'How will it earn money?' })), 'tool'],
  [
    'the tool and another call',
    say(askUser({ question: 'How will it earn money?' }), call('Bash', { command: 'touch went-on' })),
    'tool',
  ],
])('a required question parks the run and its answer resumes it: %s', async (_, ask, source) => {
  const { run, newRun, runner, model } = await open(inOrder(ask, BOTH, DONE));
  const recorder = new Recorder();
  const parked = newRun();
  const result = await runner.runPhase(parked, recorder, recorder.inbox, new AbortController().signal);
  expect(result).toMatchObject({ outcome: 'blocked' });
  expect(result.usage.inputTokens).toBeGreaterThan(0);
  expect(await findMarkedProcesses(new Set([parked.runId]))).toEqual([]);
  expect(model.requests).toHaveLength(1);
  expect(recorder.state.questions).toMatchObject([
    { question: 'How will it earn money?', source, deferred: false, required: true, status: 'pending' },
  ]);
  recorder.answer('Ads');
  const resumed = await run({ attempt: 2, ...recorder.next() }, recorder);
  expect(resumed).toMatchObject({ outcome: 'completed' });
  expect(recorder.lines.filter(({ text }) => text.includes('went-on') && !text.includes('Bash'))).toEqual([]);
  const [, prompt] = recorder.texts('prompt');
  expect(prompt).toMatch(/^Phase 1 \(Planning\) goes on\./);
  expect(prompt).toContain('Ads');
  expect(prompt).toContain('- 1.1 Idea: docs/planning/01_idea.md');
  expect(recorder.texts('prompt')).toHaveLength(2);
  expect(recorder.deliveries).toEqual([[recorder.state.questions[0]?.questionId]]);
});

test.each<[string, ReturnType<typeof say>]>([
  ['block', say(DEPENDENCY)],
  [
    'tool',
    say(call('mcp__ccs__request_dependency', { type: 'api_key', name: 'WEATHER_API_KEY', description: 'x' })),
  ],
  ['sentence', say('Need API key for WEATHER_API_KEY')],
])('a dependency parks the run, and the value is an environment variable then: %s', async (_, ask) => {
  const opened = await open(
    inOrder(ask, say(call('Bash', { command: 'echo key=$WEATHER_API_KEY; env | base64 -w0' })), BOTH, DONE),
  );
  const { run } = opened;
  const recorder = new Recorder();
  expect(await run({}, recorder)).toMatchObject({ outcome: 'blocked' });
  expect(recorder.state.dependencies).toMatchObject([{ name: 'WEATHER_API_KEY', type: 'api_key' }]);
  recorder.provide(KEY);
  const environment = { WEATHER_API_KEY: 'wk-secret/4711+x' };
  const resumed = await run({ attempt: 2, environment, ...recorder.next() }, recorder);
  expect(resumed).toMatchObject({ outcome: 'completed' });
  expect(recorder.results('Bash')[0]).toMatch(/^key=\[redacted\]\n/);
  expect(JSON.stringify(recorder.lines)).not.toContain('wk-secret');
  expect(Buffer.from(recorder.results('Bash')[0]?.split('\n')[1] ?? '', 'base64').toString()).not.toContain(
    'wk-secret/4711',
  );
  expect(lastSaid(opened)).toContain('key=wk-secret/4711+x');
  expect(recorder.texts('prompt')[1]).toContain('the environment variable WEATHER_API_KEY is set now');
  expect(recorder.deliveries).toHaveLength(1);
});

test.each<[string, (description: string) => ReturnType<typeof say>]>([
  ['block', (description) => say(DEPENDENCY.replace('for the forecast', description))],
  [
    'tool',
    (description) =>
      say(call('mcp__ccs__request_dependency', { type: 'api_key', name: 'WEATHER_API_KEY', description })),
  ],
])('what was provided and does not work is asked for again, at the second request: %s', async (_, ask) => {
  const opened = await open(inOrder(ask('first'), ask('again'), ask('It answers 401'), BOTH, DONE));
  const recorder = new Recorder();
  expect(await opened.run({}, recorder)).toMatchObject({ outcome: 'blocked' });
  recorder.provide(KEY);
  const environment = { WEATHER_API_KEY: 'wk-secret/4711+x' };
  const second = await opened.run({ attempt: 2, environment, ...recorder.next() }, recorder);
  expect(second).toMatchObject({ outcome: 'blocked' });
  expect(lastSaid(opened)).toMatch(
    /WEATHER_API_KEY was provided before: it is set already.*in the description why/,
  );
  expect(recorder.state.dependencies).toMatchObject([
    { status: 'provided', description: expect.any(String) },
    { name: 'WEATHER_API_KEY', description: 'It answers 401', status: 'pending' },
  ]);
});

test('a sentence does not stop a working agent, and a phase that is complete needs nothing', async () => {
  const { run } = await open(
    inOrder(
      say('Need API key for SOME_API_KEY.\n', write('docs/planning/01_idea.md')),
      say(write('docs/planning/02_market.md')),
      DONE,
    ),
  );
  const recorder = new Recorder();
  expect(await run({}, recorder)).toMatchObject({ outcome: 'completed' });
  expect(recorder.state.dependencies).toEqual([]);
});

test('a subagent asks: it reports back, and the run stops when it has', async () => {
  const { run, model } = await open({
    name: 'subagent',
    reply: (request) =>
      request.conversation.agentId === undefined
        ? inOrder(
            say(call('Agent', { description: 'x', prompt: 'Help', subagent_type: 'general-purpose' })),
            BOTH,
            DONE,
          ).reply(request)
        : request.conversation.toolCalls.length === 0
          ? say(askUser())
          : say('I asked for the colour.'),
  });
  const recorder = new Recorder();
  expect(await run({}, recorder)).toMatchObject({ outcome: 'blocked' });
  expect(model.requests).toHaveLength(3);
  expect(recorder.results('mcp__ccs__ask_user')[0]).toContain('report back now');
  expect(recorder.results('Agent')[0]).toContain('I asked for the colour.');
  recorder.answer('Blue');
  expect(await run({ attempt: 2, ...recorder.next() }, recorder)).toMatchObject({ outcome: 'completed' });
});

test('an optional question does not stop the work; its answer reaches the running agent', async () => {
  const recorder = new Recorder();
  const opened = await open(
    inOrder(
      say(askUser({ required: false, default: 'Red' })),
      say(call('Bash', { command: 'while [ ! -e answered ]; do sleep 0.05; done' })),
      BOTH,
      DONE,
    ),
  );
  const running = opened.run({}, recorder);
  await recorder.until(({ lines }) => lines.some(({ text }) => text.startsWith('Bash')));
  recorder.answer('Blue');
  await recorder.until((it) => it.texts('prompt').length === 2);
  const { writeFile } = await import('node:fs/promises');
  await writeFile(`${opened.workspace}/answered`, '');
  expect(await running).toMatchObject({ outcome: 'completed' });
  expect(recorder.results('mcp__ccs__ask_user')[0]).toContain('go on with your default (Red)');
  expect(lastSaid(opened)).toContain('Blue');
  expect(recorder.deliveries).toHaveLength(1);
});

test('an answer that came between two runs is said with the first prompt', async () => {
  const { run } = await open(
    inOrder(say(askUser({ required: false, default: 'Red' })), BOTH, DONE, BOTH, DONE),
  );
  const recorder = new Recorder();
  expect(await run({}, recorder)).toMatchObject({ outcome: 'completed' });
  recorder.answer('Blue');
  const input = recorder.next('crashed');
  expect(await run({ attempt: 2, ...input }, recorder)).toMatchObject({ outcome: 'completed' });
  const prompt = recorder.texts('prompt')[1];
  expect(prompt).toMatch(/^Phase 1 \(Planning\)\nAttempt: 2/);
  expect(prompt).toContain('Blue');
  expect(recorder.deliveries).toHaveLength(1);
});

test('a phase that is complete with an open request is still blocked', async () => {
  const { run } = await open(inOrder(BOTH, say(`${DEPENDENCY}\n=== PHASE 1 COMPLETE ===`), DONE));
  const recorder = new Recorder();
  expect(await run({}, recorder)).toMatchObject({ outcome: 'blocked' });
  recorder.provide({ kind: 'deny' });
  expect(await run({ attempt: 2, ...recorder.next() }, recorder)).toMatchObject({ outcome: 'completed' });
  expect(recorder.texts('prompt')[1]).toContain('A person denied this');
});

test('fifty questions: as many as may wait, the rest is refused, and the agent hears why', async () => {
  const blocks = Array.from({ length: 50 }, (_, index) =>
    askUser({ question: `Question ${index}?`, required: false, default: 'Red' }),
  );
  const { run } = await open(inOrder(say(...blocks), BOTH, DONE));
  const recorder = new Recorder();
  expect(await run({}, recorder)).toMatchObject({ outcome: 'completed' });
  expect(recorder.state.questions).toHaveLength(20);
  const results = recorder.results('mcp__ccs__ask_user');
  expect(results).toHaveLength(50);
  expect(results.filter((text) => text.includes('was not taken'))).toHaveLength(30);
});

test('fifty questions in text: the agent hears at the end of its turn what was not taken', async () => {
  const block = (index: number) => QUESTION.replace('earn money', `do ${index}`).replace('true', 'false');
  const text = Array.from({ length: 50 }, (_, index) => block(index)).join('\n');
  const { run } = await open(inOrder(say(text), BOTH, DONE));
  const recorder = new Recorder();
  expect(await run({}, recorder)).toMatchObject({ outcome: 'completed' });
  expect(recorder.state.questions).toHaveLength(20);
  expect(recorder.texts('prompt')[1]?.match(/was not taken/g)).toHaveLength(30);
});

test('a malformed block is reported, and the agent hears what is wrong with it', async () => {
  const { run } = await open(
    inOrder(say('[USER_QUESTION]\ncategory: weather\nquestion: Rain?\n[/USER_QUESTION]\n'), BOTH, DONE),
  );
  const recorder = new Recorder();
  expect(await run({}, recorder)).toMatchObject({ outcome: 'completed' });
  expect(recorder.errors).toMatchObject([{ type: 'validation_error' }]);
  expect(recorder.errors[0]?.message).toContain('[USER_QUESTION]');
  expect(recorder.texts('prompt')[1]).toContain('could not be understood');
  expect(recorder.texts('error')).toHaveLength(1);
});

test('errors by tool and by block; names that would redirect the agent are refused', async () => {
  const { run } = await open(
    inOrder(
      say(
        '[ERROR]\ntype: missing_file\nmessage: no logo\n[/ERROR]\n',
        call('mcp__ccs__report_error', { type: 'execution_failed', message: 'no network' }),
        call('mcp__ccs__request_dependency', { type: 'env_variable', name: 'NODE_OPTIONS' }),
        call('mcp__ccs__ask_user', { question: '' }),
      ),
      BOTH,
      DONE,
    ),
  );
  const recorder = new Recorder();
  expect(await run({}, recorder)).toMatchObject({ outcome: 'completed' });
  expect(recorder.errors).toEqual([
    { type: 'missing_file', message: 'no logo', details: null },
    { type: 'execution_failed', message: 'no network', details: null },
  ]);
  expect(recorder.results('mcp__ccs__request_dependency')[0]).toContain('reserved');
  expect(recorder.results('mcp__ccs__ask_user')[0]).toContain('question');
  expect(recorder.state.dependencies).toEqual([]);
});
