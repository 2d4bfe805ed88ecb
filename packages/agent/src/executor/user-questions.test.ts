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
const userQuestions = (...questions: string[]) =>
  call('AskUserQuestion', {
    questions: questions.map((question, index) => ({
      question,
      header: `H${index}`,
      multiSelect: index === 1,
      options: [
        { label: 'First', description: 'the first' },
        { label: 'Second', description: '' },
      ],
    })),
  });

/** The last message of the person or the platform in the last request, as text. */
function lastSaid({ model }: Bench): string {
  return JSON.stringify(model.requests.at(-1)?.body.messages ?? []);
}

test.each([1, 3])('AskUserQuestion with %i questions is held back and answered', async (count) => {
  const questions = ['Which database?', 'Which tools?', 'Which name?'].slice(0, count);
  const opened = await open(inOrder(say('Let me ask.', userQuestions(...questions)), BOTH, DONE));
  const { run, model } = opened;
  const recorder = new Recorder();
  expect(await run({}, recorder)).toMatchObject({ outcome: 'blocked' });
  expect(model.requests).toHaveLength(1);
  expect(recorder.state.questions).toHaveLength(count);
  expect(recorder.state.questions[0]).toMatchObject({
    question: 'Which database?\n\n- First: the first',
    options: ['First', 'Second'],
    source: 'claude_code',
    deferred: true,
    category: 'choice',
  });
  for (const [index] of questions.entries())
    recorder.answer(['Second', 'First, Second', 'Other'][index] ?? '');
  expect(await run({ attempt: 2, ...recorder.next() }, recorder)).toMatchObject({ outcome: 'completed' });
  expect(recorder.results('AskUserQuestion').at(-1)).toContain('"Which database?"="Second"');
  if (count === 3) expect(lastSaid(opened)).toContain('First, Second');
  expect(recorder.texts('prompt')).toHaveLength(1);
  expect(recorder.deliveries.flat()).toHaveLength(count);
});

test('questions of which some are not taken: the others are answered all the same', async () => {
  const block = (index: number) =>
    `[USER_QUESTION]\ncategory: clarification\nquestion: Question ${index}?\nrequired: true\n[/USER_QUESTION]`;
  const eighteen = Array.from({ length: 18 }, (_, index) => block(index)).join('\n');
  const { run } = await open(
    inOrder(
      say(`${eighteen}\n`, userQuestions('Which database?', 'Which tools?', 'Which name?')),
      BOTH,
      DONE,
    ),
  );
  const recorder = new Recorder();
  expect(await run({}, recorder)).toMatchObject({ outcome: 'blocked' });
  expect(recorder.state.questions).toHaveLength(20);
  recorder.answer('Postgres', 'Which database?');
  recorder.answer('Hammer', 'Which tools?');
  for (let index = 0; index < 18; index += 1) recorder.answer(`Answer ${index}`, `Question ${index}?`);
  expect(await run({ attempt: 2, ...recorder.next() }, recorder)).toMatchObject({ outcome: 'completed' });
  expect(recorder.texts('prompt')[1]).toMatch(/Postgres[\s\S]*Hammer/);
  expect(recorder.deliveries.flat()).toHaveLength(20);
});

test('questions that are not the last call of a message are asked, too', async () => {
  const { run } = await open(
    inOrder(say(userQuestions('Which database?'), call('Bash', { command: 'echo beside' })), BOTH, DONE),
  );
  const recorder = new Recorder();
  expect(await run({}, recorder)).toMatchObject({ outcome: 'blocked' });
  expect(recorder.state.questions).toMatchObject([{ deferred: false }]);
  recorder.answer('Second');
  expect(await run({ attempt: 2, ...recorder.next() }, recorder)).toMatchObject({ outcome: 'completed' });
  expect(recorder.texts('prompt')[1]).toContain('Second');
});
