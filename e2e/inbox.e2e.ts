import { inboxSchema } from '@ccs/contract';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { isLive, taskPath } from './stage/page-actions.ts';
import { call, say, startModel } from './stage/scripted.ts';
import { setStage } from './stage/stage.ts';
import { tasksOf } from './stage/tasks.ts';

const ASK = { question: 'Which size?', category: 'choice', options: ['Small', 'Large'] };
const model = await startModel({
  'a shirt': [say(call('mcp__ccs__ask_user', ASK)), say('Thank you.')],
});
const stage = setStage(model.env);
const card = (page: Page, title: string) => page.getByRole('article', { name: title });

test('what needs me appears, is answered in one tab, and leaves the other', async () => {
  const tasks = tasksOf(stage.installation);
  const inbox = await stage.open('/inbox');
  await inbox.getByText('Nothing needs you').first().waitFor();
  await isLive(inbox);
  const ids: string[] = [];
  for (const title of ['For Ada', 'For Grace']) {
    ids.push((await tasks.create({ ...TALK, title })).id);
    await card(inbox, title).getByRole('heading', { name: 'Which size?' }).waitFor();
  }
  await inbox.getByRole('banner').getByRole('link', { name: 'Inbox 2 tasks need you' }).waitFor();

  const other = await inbox.context().newPage();
  await other.goto(taskPath(ids[0] ?? ''));
  const asks = other.getByRole('region', { name: 'What the agent needs from you' });
  await asks.getByRole('radio', { name: 'Large' }).check();
  await asks.getByRole('button', { name: 'Send answer' }).click();
  await card(inbox, 'For Ada').getByRole('status').getByText('Settled', { exact: true }).waitFor();
  await card(inbox, 'For Ada').waitFor({ state: 'detached' });
  await card(inbox, 'For Grace').waitFor();
  await inbox.getByRole('banner').getByRole('link', { name: 'Inbox 1 task needs you' }).waitFor();
  await other.close();
});

test('requests that cannot be read are an error, not nothing', async () => {
  const { items } = inboxSchema.parse(await stage.installation.server.get('/api/inbox'));
  const page = await stage.open('/');
  stage.problems.expect(/status of 500/);
  const problem = {
    type: '/api/problems/internal_error',
    code: 'internal_error',
    title: 'Failed',
    status: 500,
  };
  const answer = { status: 500, contentType: 'application/problem+json', body: JSON.stringify(problem) };
  await page.route('**/questions', (route) => route.fulfill(answer));
  await page.goto(taskPath(items[0]?.task.id ?? ''));
  const asks = page.getByRole('region', { name: 'What the agent needs from you' });
  await asks.getByRole('alert').waitFor();
  await page.unroute('**/questions');
  await asks.getByRole('button', { name: 'Try again' }).click();
  await asks.getByRole('heading', { name: 'Which size?' }).waitFor();
});

test('by keys alone, in Korean: to the inbox, from task to task, and an answer', async () => {
  const tasks = tasksOf(stage.installation);
  await tasks.create({ ...TALK, title: 'For Mary' });
  const page = await stage.open('/', { locale: 'ko-KR' });
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.waitForURL(/\/inbox/);
  await card(page, 'For Mary').getByRole('radio').first().waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await expect.poll(focused).toBe('For Grace');
  await page.keyboard.press('j');
  await expect.poll(focused).toBe('For Mary');
  await page.keyboard.press('k');
  await expect.poll(focused).toBe('For Grace');
  for (
    let presses = 0;
    (await page.evaluate(() => document.activeElement?.getAttribute('type'))) !== 'radio';
  ) {
    await page.keyboard.press('Tab');
    presses += 1;
    expect(presses).toBeLessThan(10);
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await card(page, 'For Grace').getByRole('status').getByText('Small', { exact: true }).waitFor();
  await card(page, 'For Grace').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/task\/?\?id=/);
  await page.getByRole('heading', { level: 1, name: 'For Mary' }).waitFor();
});

const TALK = { type: 'custom', provider: 'claude', prompt: 'Order a shirt', execute: true } as const;
