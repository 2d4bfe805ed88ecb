import type { Scenario } from '@ccs/scripted-model';
import { existsSync } from 'node:fs';
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

const WRITE_BOTH =
  'mkdir -p docs/planning; for f in 01_idea 02_market; do echo text > docs/planning/$f.md; done';
const BOTH = say(call('Bash', { command: WRITE_BOTH, description: 'Write both' }));
const DONE = say('=== PHASE 1 COMPLETE ===');
const bash = (command: string) => call('Bash', { command });
const ONCE = { kind: 'allow', scope: 'once' } as const;
const TASK = { kind: 'allow', scope: 'task' } as const;

/** Runs with every call asked about, and answers each request with the next of these, until the run is over. */
async function play(
  { run }: Bench,
  ...answers: Parameters<Recorder['provide']>[0][]
): Promise<Recorder & { outcome: string }> {
  const recorder = new Recorder();
  let result = await run({ autoAccept: false }, recorder);
  for (let attempt = 2; result.outcome === 'blocked'; attempt += 1) {
    while (recorder.state.dependencies.some(({ status }) => status === 'pending')) {
      const answer = answers.shift();
      if (!answer) throw new Error(`not expected: ${JSON.stringify(recorder.state.dependencies.at(-1))}`);
      recorder.provide(answer);
    }
    result = await run({ autoAccept: false, attempt, ...recorder.next() }, recorder);
  }
  expect(answers).toEqual([]);
  return Object.assign(recorder, { outcome: result.outcome });
}

test('a call that was allowed once runs once, by itself, after the resume', async () => {
  const opened = await open(inOrder(say(bash('echo one >> ran')), say(bash('echo one >> ran')), BOTH, DONE));
  const recorder = await play(opened, ONCE, { kind: 'deny' }, ONCE);
  expect(recorder.outcome).toBe('completed');
  expect(await readFile(join(opened.workspace, 'ran'), 'utf8')).toBe('one\n');
  expect(recorder.state.dependencies.map(({ status, scope }) => scope ?? status)).toEqual([
    'once',
    'denied',
    'once',
  ]);
  expect(recorder.state.dependencies[0]).toMatchObject({
    type: 'permission',
    name: 'Bash',
    description: '',
    source: 'claude_code',
    deferred: true,
    permission: {
      tool: 'Bash',
      summary: 'echo one >> ran',
      rule: 'Run exactly this command',
    },
  });
  expect(recorder.results('Bash')[1]).toContain('A person does not allow this call');
  expect(recorder.deliveries.flat()).toHaveLength(3);
  // The held-back calls ran without a word from the platform.
  expect(recorder.texts('prompt')).toHaveLength(1);
});

test('a person switches asking off and on again while the agent works', async () => {
  const recorder = new Recorder();
  const switching = (autoAccept: boolean, reply: ReturnType<typeof say>) => () => {
    recorder.autoAccept = autoAccept;
    return reply;
  };
  const opened = await open(
    inOrder(
      switching(true, say(bash('echo one >> ran'))),
      switching(false, say(bash('echo two >> ran'))),
      switching(true, say(bash('echo three >> ran'))),
      BOTH,
      DONE,
    ),
  );
  expect(await opened.run({ autoAccept: false }, recorder)).toMatchObject({ outcome: 'blocked' });
  expect(await readFile(join(opened.workspace, 'ran'), 'utf8')).toBe('one\n');
  expect(recorder.state.dependencies.map(({ permission }) => permission?.summary)).toEqual([
    'echo two >> ran',
  ]);
  recorder.provide(ONCE);
  const next = await opened.run({ autoAccept: false, attempt: 2, ...recorder.next() }, recorder);
  expect(next).toMatchObject({ outcome: 'completed' });
  expect(recorder.state.dependencies).toHaveLength(1);
  expect(await readFile(join(opened.workspace, 'ran'), 'utf8')).toBe('one\ntwo\nthree\n');
});

test('allowed for the task: every call like it runs, others are asked about', async () => {
  const opened = await open(
    inOrder(
      say(write('a.md')),
      say(write('docs/planning/01_idea.md')),
      say(write('docs/planning/02_market.md'), bash('touch x')),
      DONE,
    ),
  );
  const recorder = await play(opened, TASK, TASK);
  expect(recorder.outcome).toBe('completed');
  expect(recorder.state.dependencies.map(({ permission }) => permission?.rule)).toEqual([
    'Edit files in the workspace',
    'Run exactly this command',
  ]);
});

test('what only reads needs no permission; writing outside is refused without asking', async () => {
  const opened = await open(
    inOrder(
      say(bash('ls -la'), bash('git status'), call('Read', { file_path: '/etc/hostname' })),
      say(call('Write', { file_path: '../outside.md', content: 'x' })),
      say(call('mcp__ccs__complete_phase', { phase: 1 })),
      BOTH,
      DONE,
    ),
  );
  const recorder = await play(opened, ONCE);
  expect(recorder.outcome).toBe('completed');
  expect(recorder.results('Write')[0]).toContain('outside the working folder');
});

test('several calls of one message: each is asked about, and none runs before it is allowed', async () => {
  const opened = await open(
    inOrder(
      say(bash('echo 1 >> first'), bash('cat /etc/hostname'), bash('echo 2 >> second')),
      (prompt) =>
        prompt.includes('allows this call') ? say(bash('echo 1 >> first'), bash('echo 2 >> second')) : DONE,
      BOTH,
      DONE,
    ),
  );
  const recorder = new Recorder();
  const result = await opened.run({ autoAccept: false }, recorder);
  expect(result).toMatchObject({ outcome: 'blocked' });
  expect(
    recorder.state.dependencies.map(({ permission, deferred }) => [permission?.summary, deferred]),
  ).toEqual([
    ['echo 1 >> first', false],
    ['echo 2 >> second', false],
  ]);
  expect(existsSync(join(opened.workspace, 'first'))).toBe(false);
  recorder.provide(ONCE);
  recorder.provide(ONCE);
  const next = await opened.run({ autoAccept: false, attempt: 2, ...recorder.next() }, recorder);
  expect(next).toMatchObject({ outcome: 'blocked' });
  expect(await readFile(join(opened.workspace, 'first'), 'utf8')).toBe('1\n');
  expect(await readFile(join(opened.workspace, 'second'), 'utf8')).toBe('2\n');
  expect(recorder.state.dependencies.map(({ deliveredAt }) => deliveredAt !== null)).toEqual([
    true,
    true,
    false,
  ]);
});

test('a subagent that needs permission, or asks, reports back, and the run stops then', async () => {
  let asked = 0;
  const opened = await open({
    name: 'subagent',
    reply: (request) => {
      if (request.conversation.agentId !== undefined) {
        asked += 1;
        return asked === 1
          ? say(bash('echo sub > sub'))
          : asked === 2
            ? say(call('mcp__ccs__ask_user', { question: 'Why?' }))
            : say('I wait for a permission.');
      }
      return inOrder(
        say(call('Agent', { description: 'help', prompt: 'Help me', subagent_type: 'general-purpose' })),
        say(bash('echo sub > sub')),
        BOTH,
        DONE,
      ).reply(request);
    },
  });
  const recorder = new Recorder();
  expect(await opened.run({ autoAccept: false }, recorder)).toMatchObject({ outcome: 'blocked' });
  expect(recorder.state.dependencies).toMatchObject([{ deferred: false, name: 'Bash' }]);
  expect(recorder.state.questions).toMatchObject([{ question: 'Why?', source: 'tool' }]);
  expect(recorder.results('Agent')[0]).toContain('I wait for a permission.');
  expect(opened.model.requests).toHaveLength(4);
  recorder.provide(ONCE);
  recorder.answer('Because');
  expect(await opened.run({ autoAccept: false, attempt: 2, ...recorder.next() }, recorder)).toMatchObject({
    outcome: 'blocked',
  });
  expect(recorder.texts('prompt')[1]).toContain('A person allows this call once.');
  expect(recorder.texts('prompt')[1]).toContain('Because');
  expect(await readFile(join(opened.workspace, 'sub'), 'utf8')).toBe('sub\n');
});

test('a subagent that goes on although it was told to report back is ended', async () => {
  let asked = 0;
  const opened = await open({
    name: 'stubborn subagent',
    reply: (request) => {
      if (request.conversation.agentId !== undefined) {
        asked += 1;
        return say(bash(`echo ${asked} > sub`));
      }
      return inOrder(
        say(call('Agent', { description: 'help', prompt: 'Help me', subagent_type: 'general-purpose' })),
        DONE,
      ).reply(request);
    },
  });
  const recorder = new Recorder();
  expect(await opened.run({ autoAccept: false }, recorder)).toMatchObject({ outcome: 'blocked' });
  expect(asked).toBe(2);
  expect(recorder.state.dependencies).toHaveLength(2);
});

test('a permission that is given together with other answers: the call runs, the rest is said', async () => {
  const opened = await open(
    inOrder(
      say(
        '[USER_QUESTION]\ncategory: choice\nquestion: Which?\nrequired: false\n[/USER_QUESTION]\n',
        bash('echo x > x'),
      ),
      BOTH,
      DONE,
    ),
  );
  const recorder = new Recorder();
  expect(await opened.run({ autoAccept: false }, recorder)).toMatchObject({ outcome: 'blocked' });
  recorder.provide(TASK);
  recorder.answer('That one');
  await opened.run({ autoAccept: false, attempt: 2, ...recorder.next() }, recorder);
  expect(existsSync(join(opened.workspace, 'x'))).toBe(true);
  expect(recorder.texts('prompt')[1]).toContain('That one');
  expect(recorder.deliveries.flat()).toHaveLength(2);
});
