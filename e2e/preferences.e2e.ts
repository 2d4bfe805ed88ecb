import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { setStage } from './stage/stage.ts';
import { DEMO, tasksOf } from './stage/tasks.ts';
import { badge, taskPath } from './stage/page-actions.ts';

const stage = setStage();
const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('the page speaks the language of the browser, and the one that is chosen', async () => {
  const korean = await stage.open('/', { locale: 'ko-KR' });
  await korean.getByRole('button', { name: '데모 실행' }).waitFor();
  expect(await korean.locator('html').getAttribute('lang')).toBe('ko');
  const french = await stage.open('/', { locale: 'fr-FR' });
  await french.getByRole('button', { name: 'Run the demo' }).waitFor();

  await korean.getByRole('banner').getByRole('button').first().click();
  await korean.getByRole('menuitemradio', { name: 'English' }).click();
  await korean.getByRole('button', { name: 'Run the demo' }).waitFor();
  expect(await korean.locator('html').getAttribute('lang')).toBe('en');
  await korean.reload();
  await korean.getByRole('button', { name: 'Run the demo' }).waitFor();
});

test('light and dark follow the system until one is chosen, which a reload keeps', async () => {
  const page = await stage.open('/', { theme: 'dark' });
  await page.getByRole('button', { name: 'Run the demo' }).waitFor();
  const dark = await background(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => background(page)).not.toBe(dark);
  const light = await background(page);

  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(() => background(page)).toBe(dark);
  await page.reload({ waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Run the demo' }).waitFor();
  expect(await background(page)).toBe(dark);
  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByRole('menuitemradio', { name: 'Light' }).click();
  await expect.poll(() => background(page)).toBe(light);
});

test('keys', async () => {
  const tasks = tasksOf(stage.installation);
  const task = await tasks.create(DEMO);
  const page = await stage.open('/');
  await page.getByRole('heading', { name: 'Tasks' }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('/');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  // While one types, a letter is a letter.
  await page.keyboard.type('c');
  expect(await page.getByRole('searchbox').inputValue()).toBe('c');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: 'New task' }).waitFor();
  await page.getByRole('heading', { name: 'New task' }).click();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.getByRole('heading', { name: 'Tasks' }).waitFor();

  await tasks.when(task.id, 'in review', ({ status }) => status === 'review');
  await page.goto(taskPath(task.id));
  const shown = page.getByRole('article').getByText(/^docs\/planning/);
  await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
  expect(await shown.textContent()).toBe('docs/planning/01_idea.md');
  await page.keyboard.press('j');
  await expect.poll(() => shown.textContent()).toBe('docs/planning/02_market.md');
  await page.keyboard.press('k');
  await expect.poll(() => shown.textContent()).toBe('docs/planning/01_idea.md');
  await page.keyboard.press('a');
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await badge(page, 'Running').waitFor();
  expect((await tasks.reviews(task.id))[0]?.status).toBe('approved');
});
