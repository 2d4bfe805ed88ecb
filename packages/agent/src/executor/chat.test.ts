import type { Scenario } from '@ccs/scripted-model';
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Bench, openBench, Recorder } from '../testing/bench.ts';
import { call, inOrder, refuse, say, write } from '../testing/play.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
});

async function open(scenario: Scenario): Promise<Bench> {
  bench = await openBench(scenario, { maxRetries: 0 });
  return bench;
}

const WAIT = say(call('Bash', { command: 'while [ ! -e go ]; do sleep 0.05; done' }));

/** What the person and the platform said, as the model saw it last. */
function heard({ model }: Bench): string {
  return JSON.stringify(model.requests.at(-1)?.body.messages ?? []);
}

test('a prompt is answered, its files are committed, and the conversation goes on later', async () => {
  const opened = await open(
    inOrder(say('I write.', write('notes.md')), say('Here are your notes.'), say('You are welcome.')),
  );
  const { chat, workspace } = opened;
  const recorder = new Recorder('custom');
  const first = await chat({ prompt: 'Write notes, please' }, recorder);
  expect(first).toMatchObject({ outcome: 'completed', outputs: [], baseCommit: null });
  const head = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: workspace, encoding: 'utf8' }).trim();
  expect(first).toMatchObject({ commit: head });
  expect(recorder.texts('prompt')[0]).toMatch(/^Write notes, please\n/);
  expect(recorder.lines.every((line) => line.phase === undefined)).toBe(true);
  recorder.end('completed');
  expect(recorder.state.lifecycle.status).toBe('completed');
});

test('messages after the turn, one by one and all that wait together', async () => {
  const opened = await open(inOrder(WAIT, say('First answer.'), say('Second answer.')));
  const recorder = new Recorder('custom');
  const running = opened.chat({}, recorder);
  await recorder.until(({ lines }) => lines.some(({ text }) => text.startsWith('Bash')));
  recorder.say('And the colours?');
  recorder.say('And the sizes?');
  await writeFile(join(opened.workspace, 'go'), '');
  expect(await running).toMatchObject({ outcome: 'completed' });
  expect(opened.model.requests).toHaveLength(3);
  expect(heard(opened)).toMatch(/First answer.*And the colours\?.*And the sizes\?/);
  expect(recorder.deliveries.flat()).toHaveLength(2);
  expect(recorder.texts('text')).toEqual(['First answer.', 'Second answer.']);
});

test.each<[string, ReturnType<typeof say>]>([
  [
    'in the middle of a text',
    { ...say('A long story. '.repeat(200)), delivery: { textChunk: 10, delayMs: 20 } },
  ],
  ['in the middle of a call', say(call('Bash', { command: 'sleep 300' }))],
])('a message that interrupts %s', async (_, story) => {
  const opened = await open(inOrder(story, say('Stopped. What now?')));
  const recorder = new Recorder('custom');
  const running = opened.chat({}, recorder);
  await recorder.until(({ lines }) => lines.some(({ kind }) => kind === 'tool_use' || kind === 'system'));
  while (opened.model.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
  recorder.say('Stop, do something else', 'interrupt');
  expect(await running).toMatchObject({ outcome: 'completed' });
  expect(opened.model.requests).toHaveLength(2);
  expect(heard(opened)).toContain('Stop, do something else');
  expect(recorder.texts('text').at(-1)).toBe('Stopped. What now?');
  expect(recorder.deliveries).toHaveLength(1);
});

test('a message to a conversation that had ended resumes its session', async () => {
  const opened = await open(inOrder(say('Answer one.'), say('Answer two.')));
  const recorder = new Recorder('custom');
  await opened.chat({ prompt: 'Question one' }, recorder);
  recorder.end('completed');
  recorder.say('Question two');
  const next = await opened.chat({ prompt: 'Question one', ...recorder.start() }, recorder);
  expect(next).toMatchObject({ outcome: 'completed' });
  expect(heard(opened)).toMatch(/Question one.*Answer one\..*Question two/);
  expect(recorder.texts('prompt')).toHaveLength(2);
  expect(recorder.deliveries).toHaveLength(1);
});

test('an agent in a conversation asks, too; a failing API is a failure', async () => {
  const opened = await open(
    inOrder(
      say(call('mcp__ccs__ask_user', { question: 'Which one?' })),
      say('Good.'),
      refuse(400, 'invalid_request_error', 'nothing works'),
    ),
  );
  const recorder = new Recorder('custom');
  expect(await opened.chat({}, recorder)).toMatchObject({ outcome: 'blocked' });
  recorder.answer('The second');
  expect(await opened.chat({ ...recorder.next() }, recorder)).toMatchObject({ outcome: 'completed' });
  expect(heard(opened)).toContain('The second');
  expect(await opened.chat({}, recorder)).toMatchObject({
    outcome: 'failed',
    failure: { code: 'agent_api_error' },
  });
});
