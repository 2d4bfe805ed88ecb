import type { Scenario } from '@ccs/scripted-model';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Bench, openBench, Recorder } from '../testing/bench.ts';
import { call, inOrder, say, write } from '../testing/play.ts';

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
const ASK = say(call('mcp__ccs__ask_user', { question: 'Which colour?' }));
const ASK_HELD_BACK = say(
  call('AskUserQuestion', {
    questions: [
      {
        question: 'Which colour?',
        header: 'Colour',
        multiSelect: false,
        options: [
          { label: 'Blue', description: '' },
          { label: 'Red', description: '' },
        ],
      },
    ],
  }),
);
const WAIT = say(call('Bash', { command: 'touch waiting; sleep 300' }));

/** What a server does that is killed before it can store that something was delivered. */
class LosingRecorder extends Recorder {
  readonly lost: string[] = [];
  isLosing = true;

  override async delivered(ids: Parameters<Recorder['delivered']>[0]): Promise<void> {
    if (!this.isLosing) return super.delivered(ids);
    this.lost.push(...ids);
    // Wakes who waits.
    await this.log([]);
  }
}

/** How often the answer is in the conversation that the model saw last. */
function timesHeard({ model }: Bench, answer: string): number {
  const messages = JSON.stringify(model.requests.at(-1)?.body.messages ?? []);
  return messages.split(answer).length - 1;
}

test.each<[string, ReturnType<typeof say>]>([
  ['said in a prompt', ASK],
  ['as the result of a held-back call', ASK_HELD_BACK],
])('killed between "in the conversation" and "stored": not said twice (%s)', async (_, ask) => {
  const opened = await open(inOrder(ask, WAIT, BOTH, DONE));
  const recorder = new LosingRecorder();
  expect(await opened.run({}, recorder)).toMatchObject({ outcome: 'blocked' });
  recorder.answer('Ultramarine');
  const input = recorder.next();
  const stop = new AbortController();
  const killed = opened.run({ attempt: 2, ...input }, recorder, stop.signal);
  await recorder.until(() => recorder.lost.length > 0);
  stop.abort();
  expect(await killed).toMatchObject({ outcome: 'interrupted' });
  expect(recorder.deliveries).toEqual([]);

  recorder.isLosing = false;
  const again = recorder.next('crashed');
  expect(again.input).toEqual(input.input);
  expect(await opened.run({ attempt: 3, ...again }, recorder)).toMatchObject({ outcome: 'completed' });
  expect(timesHeard(opened, 'Ultramarine')).toBe(1);
  expect(recorder.deliveries).toEqual([[recorder.state.questions[0]?.questionId]]);
  expect(recorder.texts('prompt').at(-1)).toMatch(/^Phase 1 \(Planning\) goes on\.\n/);
});

test.each<[string, ReturnType<typeof say>, number]>([
  ['a question', ASK_HELD_BACK, 1],
  ['a permission', say(call('Bash', { command: 'echo blue >> colour' })), 0],
])('resumed before the answer is there: %s is not asked twice and not lost', async (_, ask, questions) => {
  const opened = await open(inOrder(ask, BOTH, DONE));
  const recorder = new Recorder();
  const changes = { autoAccept: questions === 1 };
  expect(await opened.run(changes, recorder)).toMatchObject({ outcome: 'blocked' });
  expect(await opened.run({ ...changes, attempt: 2 }, recorder)).toMatchObject({ outcome: 'blocked' });
  expect(opened.model.requests).toHaveLength(1);
  expect(recorder.state.questions).toHaveLength(questions);
  expect(recorder.state.dependencies).toHaveLength(1 - questions);
  if (questions === 1) recorder.answer('Ultramarine');
  else recorder.provide({ kind: 'deny' });
  await opened.run({ autoAccept: true, attempt: 3, ...recorder.next() }, recorder);
  expect(timesHeard(opened, questions === 1 ? 'Ultramarine' : 'does not allow this call')).toBe(1);
  expect(recorder.deliveries.flat()).toHaveLength(1);
});

test('a session that was lost hears the whole phase and the answer', async () => {
  const opened = await open(inOrder(ASK, BOTH, DONE));
  const recorder = new Recorder();
  await opened.run({}, recorder);
  recorder.answer('Ultramarine');
  const scenario = { attempt: 2, sessionId: randomUUID(), ...recorder.next() };
  await opened.run(scenario, recorder);
  const prompt = recorder.texts('prompt')[1] ?? '';
  expect(prompt).toMatch(/^Phase 1 \(Planning\)\nAttempt: 2/);
  expect(prompt).toContain('Ultramarine');
  expect(recorder.deliveries).toHaveLength(1);
});

test('killed while a question was being held back: it is stored, and its answer is said', async () => {
  const opened = await open(inOrder(ASK_HELD_BACK, BOTH, DONE));
  const recorder = new Recorder();
  const stop = new AbortController();
  const { askQuestion } = recorder;
  recorder.askQuestion = async (ask) => {
    const receipt = await askQuestion.call(recorder, ask);
    stop.abort();
    await new Promise(() => undefined);
    return receipt;
  };
  expect(await opened.run({}, recorder, stop.signal)).toMatchObject({ outcome: 'interrupted' });
  recorder.askQuestion = askQuestion;
  expect(recorder.state.questions).toMatchObject([{ deferred: true, status: 'pending' }]);
  recorder.answer('Ultramarine');
  expect(await opened.run({ attempt: 2, ...recorder.next('crashed') }, recorder)).toMatchObject({
    outcome: 'completed',
  });
  expect(timesHeard(opened, 'Ultramarine')).toBe(1);
  expect(recorder.texts('prompt').at(-1)).toContain('Ultramarine');
});

test('a call that was allowed once never runs twice, even when its run is killed', async () => {
  const append = say(call('Bash', { command: 'echo ran >> ran; touch waiting; sleep 300' }));
  const opened = await open(inOrder(append, say('I was cut off.'), append));
  const recorder = new Recorder();
  expect(await opened.run({ autoAccept: false }, recorder)).toMatchObject({ outcome: 'blocked' });
  recorder.provide({ kind: 'allow', scope: 'once' });
  const stop = new AbortController();
  const killed = opened.run({ autoAccept: false, attempt: 2, ...recorder.next() }, recorder, stop.signal);
  await recorder.until(({ deliveries }) => deliveries.length === 1);
  const ran = () => readFile(join(opened.workspace, 'ran'), 'utf8').catch(() => '');
  while ((await ran()) === '') await new Promise((resolve) => setImmediate(resolve));
  stop.abort();
  expect(await killed).toMatchObject({ outcome: 'interrupted' });
  const again = recorder.next('crashed');
  expect(again).toEqual({ input: [], grants: [] });
  expect(await opened.run({ autoAccept: false, attempt: 3, ...again }, recorder)).toMatchObject({
    outcome: 'blocked',
  });
  expect(await ran()).toBe('ran\n');
});
