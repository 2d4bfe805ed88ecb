import { expect, test } from 'vitest';
import { badge, chooseOperation, openedTask, taskPath } from './stage/page-actions.ts';
import { setStage } from './stage/stage.ts';
import { DEMO, tasksOf } from './stage/tasks.ts';

const stage = setStage();

test('a draft: written, corrected, kept over a reload, saved, edited', async () => {
  const page = await stage.open('/new/');
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await page.getByText('Give the task a title.').waitFor();
  await page.getByText('Say what should be done.').waitFor();
  const title = page.getByRole('textbox', { name: 'Title' });
  const prompt = page.getByRole('textbox', { name: 'What should be built?' });
  expect(await title.getAttribute('aria-invalid')).toBe('true');
  expect(await page.evaluate(() => document.activeElement?.ariaInvalid)).toBe('true');

  await title.fill('A reading list');
  await prompt.fill('Books that I want to read, with notes.');
  await page.reload();
  await page.getByText('Your unsent draft was restored.').waitFor();
  expect(await title.inputValue()).toBe('A reading list');
  // Nobody is signed in: a task can be kept, or tried with the demo model, but not started.
  expect(await page.getByRole('button', { name: 'Create and start' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Try it with the demo model' }).waitFor();
  await page.getByRole('button', { name: 'Save as draft' }).click();

  const id = await openedTask(page);
  await badge(page, 'Draft').waitFor();
  await page.getByText('This is a draft').waitFor();
  expect(await page.getByRole('button', { name: 'Start', exact: true }).isDisabled()).toBe(true);
  await page.getByText('Claude isn’t signed in on the server, so this task can’t start yet.').waitFor();
  await page.getByText('npm run login', { exact: true }).waitFor();
  await chooseOperation(page, 'Edit');
  const dialog = page.getByRole('dialog', { name: 'Edit task' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Books to read');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Books to read' }).waitFor();
  await dialog.waitFor({ state: 'detached' });
  expect(await tasksOf(stage.installation).task(id)).toMatchObject({
    title: 'Books to read',
    prompt: 'Books that I want to read, with notes.',
    status: 'draft',
  });
  await page.goto('/new/');
  expect(await prompt.inputValue()).toBe('');
});

test('without an account, an idea is tried with the demo model', async () => {
  const page = await stage.open('/new/');
  await page.getByRole('textbox', { name: 'Title' }).fill('Plant diary');
  await page.getByRole('textbox', { name: 'What should be built?' }).fill('When each plant was watered.');
  await page.getByRole('button', { name: 'Try it with the demo model' }).click();
  const id = await openedTask(page);
  await badge(page, 'Running').waitFor();
  expect(await tasksOf(stage.installation).task(id)).toMatchObject({
    title: 'Plant diary',
    prompt: 'When each plant was watered.',
    provider: 'demo',
  });
  await tasksOf(stage.installation).operate(id, 'cancel');
});

test('what the server refuses is said at its field', async () => {
  const page = await stage.open('/new/');
  stage.problems.expect(/status of 400/);
  // The form itself keeps texts short; somebody may still send more.
  await page.getByRole('textbox', { name: 'Title' }).evaluate((field) => field.removeAttribute('maxlength'));
  await page.getByRole('textbox', { name: 'Title' }).fill('t'.repeat(300));
  await page.getByRole('textbox', { name: 'What should be built?' }).fill('Something.');
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await page.getByRole('alert').getByText('Some of the fields are not right.').waitFor();
  await page.locator('#title-error').waitFor();
});

test('a draft of the demo is started, and the list finds it', async () => {
  const { id } = await tasksOf(stage.installation).create({
    ...DEMO,
    title: 'Started later',
    execute: false,
  });
  const page = await stage.open(taskPath(id));
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await badge(page, 'Running').waitFor();
  await chooseOperation(page, 'Cancel task');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the task' }).click();
  await page.getByRole('heading', { name: 'This task was cancelled' }).waitFor();

  await page.goto('/');
  const all = page.getByRole('region', { name: 'All tasks' });
  await all.getByRole('link', { name: /Started later/ }).waitFor();
  await page.getByRole('searchbox').fill('books');
  await all.getByRole('link', { name: /Books to read/ }).waitFor();
  await all.getByRole('link', { name: /Started later/ }).waitFor({ state: 'detached' });
  await page.getByRole('searchbox').fill('nothing has this name');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await all.getByRole('button', { name: /^Failed/ }).click();
  await all.getByRole('link', { name: /Books to read/ }).waitFor({ state: 'detached' });
  await all.getByRole('link', { name: /Started later/ }).click();
  expect(await openedTask(page)).toBe(id);
});
