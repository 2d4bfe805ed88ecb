import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { badge, openedTask, taskPath } from './stage/page-actions.ts';
import { processesOf } from './stage/processes.ts';
import { call, say, startModel, timesHeard } from './stage/scripted.ts';
import { setStage } from './stage/stage.ts';
import { tasksOf } from './stage/tasks.ts';

const WAIT = 'while [ ! -e go ]; do sleep 0.05; done';
const model = await startModel({
  'What is a monad': [say('A **monoid** in the category of endofunctors.'), say('Think of a box.')],
  'Count slowly': [
    say('I count.', call('Bash', { command: WAIT })),
    say('Counted to ten.'),
    say('Backwards: ten, nine.', call('Bash', { command: 'sleep 600' })),
    say('Stopped. I sing instead.'),
  ],
});
const stage = setStage(model.env);

test('a conversation is begun in the form, answered, and goes on with a follow-up', async () => {
  const page = await stage.open('/new/');
  await page.getByText('Conversation', { exact: true }).click();
  await page.getByRole('textbox', { name: 'What is it about?' }).fill('What is a monad?');
  await page.getByRole('button', { name: 'Create and start' }).click();
  const id = await openedTask(page);
  const talk = page.getByRole('log', { name: 'Conversation with the agent' });
  await talk.getByText('monoid', { exact: true }).waitFor();
  await badge(page, 'Answered').waitFor();
  await page.getByRole('textbox', { name: 'Your message' }).fill('In simple words?');
  await page.keyboard.press('Control+Enter');
  await talk.getByText('Think of a box.').waitFor();
  await badge(page, 'Answered').waitFor();
  expect(await talk.getByText('In simple words?').count()).toBe(1);
  expect(timesHeard(model, 'What is a monad', 'In simple words?')).toBe(1);
  expect(await tasksOf(stage.installation).messages(id)).toMatchObject([{ delivery: 'after_turn' }]);
});

test('while the agent works: after this turn, and interrupt now', async () => {
  const tasks = tasksOf(stage.installation);
  const { id, workspacePath } = await tasks.create({
    type: 'custom',
    provider: 'claude',
    title: 'Counting',
    prompt: 'Count slowly',
    execute: true,
  });
  const page = await stage.open(taskPath(id));
  const talk = page.getByRole('log', { name: 'Conversation with the agent' });
  await talk.getByText('I count.').waitFor();
  const message = page.getByRole('textbox', { name: 'Your message' });
  const running = async () => processesOf((await tasks.runs(id)).map((run) => run.id));
  await expect.poll(async () => (await running()).length).toBeGreaterThan(1);

  await message.fill('And backwards?');
  await page.getByRole('radio', { name: 'After this turn' }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await talk.getByText('Waits for the end of this turn').waitFor();
  expect(timesHeard(model, 'Count slowly', 'And backwards?')).toBe(0);
  await writeFile(join(workspacePath, 'go'), '');
  await talk.getByText('Backwards: ten, nine.').waitFor();
  await talk.getByText('Counted to ten.').waitFor();

  await message.fill('Stop that');
  await page.getByText('Interrupt now', { exact: true }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await talk.getByText('Stopped. I sing instead.').waitFor();
  await badge(page, 'Answered').waitFor();
  await expect.poll(running).toEqual([]);
  for (const words of ['And backwards?', 'Stop that']) {
    expect(await talk.getByText(words, { exact: true }).count()).toBe(1);
    expect(timesHeard(model, 'Count slowly', words)).toBe(1);
  }
});
