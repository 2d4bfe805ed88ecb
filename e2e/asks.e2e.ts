import type { Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectParked, killServer } from './stage/death.ts';
import { findLeaks, findLeaksIn } from './stage/leaks.ts';
import { badge, holdUntilAllSent, isLive, taskPath } from './stage/page-actions.ts';
import { call, say, startModel, timesHeard } from './stage/scripted.ts';
import { setStage } from './stage/stage.ts';
import { tasksOf } from './stage/tasks.ts';

const KEY = 'maps-key-0123456789-äß-/+=';
/** Says the value in every way in which programs write one. */
const LEAKING =
  'echo "$MAPS_KEY"; printf %s "$MAPS_KEY" | base64; printf %s "x$MAPS_KEY" | base64; printf %s "$MAPS_KEY" | od -An -tx1 | tr -d " \\n"; node -p "encodeURIComponent(process.env.MAPS_KEY)"; echo "$MAPS_KEY" > leak.txt';
const model = await startModel({
  'choose a database': [
    say(
      'I ask.',
      call('mcp__ccs__ask_user', {
        question: 'Which database?',
        category: 'choice',
        options: ['SQLite', 'PostgreSQL'],
      }),
    ),
    say('Thank you, I take that one.'),
  ],
  'use the key': [
    say(
      call('mcp__ccs__request_dependency', { type: 'api_key', name: 'MAPS_KEY', description: 'For the map' }),
    ),
    say('I look at it.', call('Bash', { command: LEAKING })),
    say('The map works.'),
  ],
  'clean up': [
    say(call('Bash', { command: 'touch forbidden' })),
    say(call('Bash', { command: 'echo ran >> ran.txt' })),
    say('One was allowed.'),
  ],
});
const stage = setStage(model.env);
const asks = (page: Page) => page.getByRole('region', { name: 'What the agent needs from you' });

test('a question waits without a process, survives kill -9, and of two people who answer at once one does', async () => {
  const tasks = tasksOf(stage.installation);
  const { id } = await tasks.create({ ...CHAT, prompt: 'Please choose a database' });
  const here = await stage.open(taskPath(id));
  await asks(here).getByRole('heading', { name: 'Which database?' }).waitFor();
  await badge(here, 'Asks you').waitFor();
  await asks(here).getByText('Work stops until you answer.').waitFor();
  await expectParked(stage, id);
  await killServer(stage, here);
  await expectParked(stage, id);
  await badge(here, 'Asks you').waitFor();

  const there = await stage.open('/inbox');
  await isLive(there);
  stage.problems.expect(/ERR_|status of 409/);
  const people = [
    { page: here, ask: asks(here), choice: 'SQLite' },
    { page: there, ask: there.getByRole('article'), choice: 'PostgreSQL' },
  ];
  for (const { ask, choice } of people) await ask.getByRole('radio', { name: choice }).click();
  await holdUntilAllSent([here, there], '**/api/questions/*/answer');
  for (const { ask } of people) await ask.getByRole('button', { name: 'Send answer' }).click();
  await badge(here, 'Answered').waitFor();
  const [question] = await tasks.questions(id);
  const [winner, loser] = people.toSorted((one) => (one.choice === question?.answer ? -1 : 1));
  expect(winner?.choice).toBe(question?.answer);
  await loser?.page.getByText('Somebody else was faster.').waitFor();
  expect(await winner?.page.getByText('Somebody else was faster.').count()).toBe(0);

  await here.getByText('Thank you, I take that one.').waitFor();
  expect(await tasks.events(id, 'QuestionAsked', 'QuestionAnswered', 'InputDelivered')).toHaveLength(3);
  expect(timesHeard(model, 'choose a database', `[answer ${question?.id}]`)).toBe(1);
});

test('a key is given to the agent, and to nobody else, however the agent writes it', async () => {
  const tasks = tasksOf(stage.installation);
  const { id } = await tasks.create({ ...CHAT, prompt: 'Please use the key' });
  const page = await stage.open(taskPath(id));
  await asks(page).getByRole('heading', { name: 'Needs the API key MAPS_KEY' }).waitFor();
  await expectParked(stage, id);
  await asks(page).getByRole('button', { name: 'Provide' }).click();
  await asks(page).getByRole('alert').getByText('Paste or type the value first.').waitFor();
  await asks(page).getByRole('textbox', { name: 'Value of MAPS_KEY' }).fill(KEY);
  await page.keyboard.press('Control+Enter');
  await page.getByText('The map works.').waitFor();
  expect(await findLeaks(KEY, stage.installation, id)).toEqual([]);
  expect(await tasks.file(id, 'leak.txt')).not.toContain(KEY);
  expect((await tasks.file(id, 'leak.txt')).length).toBeGreaterThan(1);
  const [said] = (await tasks.log(id)).filter(({ tool, kind }) => kind === 'tool_result' && tool === 'Bash');
  expect(JSON.stringify(said?.data).split('[redacted]').length - 1).toBeGreaterThanOrEqual(4);
  for (const tab of ['Conversation', 'Log', 'Questions', 'History', 'Files']) {
    await page.getByRole('tab', { name: tab }).click();
    await page.getByRole('tabpanel').getByText(/\w/).filter({ visible: true }).first().waitFor();
    expect(await findLeaksIn(KEY, page)).toEqual([]);
  }
});

test('permissions: one denied after a kill -9, one allowed; what was allowed ran once', async () => {
  const tasks = tasksOf(stage.installation);
  const { id, workspacePath } = await tasks.create({ ...CHAT, prompt: 'Please clean up', autoAccept: false });
  const page = await stage.open(taskPath(id));
  await asks(page).getByRole('heading', { name: 'Wants to use Bash' }).waitFor();
  await asks(page).getByLabel('The call that waits').getByText('touch forbidden').waitFor();
  await expectParked(stage, id);
  await killServer(stage, page);
  await asks(page).getByRole('button', { name: 'Deny' }).click();
  await asks(page).getByLabel('The call that waits').getByText('echo ran >> ran.txt').waitFor();
  await killServer(stage, page);
  await asks(page).getByRole('button', { name: 'Allow once' }).click();
  await page.getByText('One was allowed.').waitFor();
  await badge(page, 'Answered').waitFor();
  expect(await readFile(join(workspacePath, 'ran.txt'), 'utf8')).toBe('ran\n');
  await expect(readFile(join(workspacePath, 'forbidden'))).rejects.toThrow('ENOENT');
  expect((await tasks.dependencies(id)).map(({ status, scope }) => [status, scope])).toEqual([
    ['denied', null],
    ['provided', 'once'],
  ]);
  await page.getByRole('tab', { name: 'Questions' }).click();
  const records = page.getByRole('list', { name: 'What the agent asked for' });
  await records.getByText('Denied', { exact: true }).waitFor();
  await records.getByText('Allowed once', { exact: true }).waitFor();
});

const CHAT = { type: 'custom', provider: 'claude', title: 'A talk', execute: true } as const;
