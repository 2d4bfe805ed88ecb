import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCountingProxy, type CountingProxy } from './stage/counting-proxy.ts';
import { isLive, taskPath } from './stage/page-actions.ts';
import { setStage } from './stage/stage.ts';
import { DEMO, tasksOf } from './stage/tasks.ts';

/** Over HTTP/1.1 a browser opens six connections to a host: with a stream for each, the seventh tab would hang. */
const TABS = 7;
const stage = setStage();
let proxy: CountingProxy;
beforeAll(async () => {
  proxy = await startCountingProxy(stage.server.url);
});
afterAll(() => proxy.close());

test('all tabs of a browser share one stream, and every one is live', async () => {
  const tasks = tasksOf(stage.installation);
  const { id } = await tasks.create({ ...DEMO, title: 'Before', execute: false });
  const window = await stage.openWindow({ origin: proxy.url });
  for (let tab = 0; tab < TABS; tab += 1) {
    const page = await window.newPage();
    await page.goto(tab % 2 === 0 ? '/' : taskPath(id));
    await page.getByText('Before', { exact: true }).first().waitFor();
    await isLive(page);
  }
  await expect.poll(() => proxy.open()).toBe(1);

  await tasks.edit(id, { title: 'After' });
  for (const page of window.pages()) await page.getByText('After', { exact: true }).first().waitFor();
  expect(proxy.open()).toBe(1);

  const [first, ...others] = window.pages();
  for (const page of others) await page.close();
  await tasks.edit(id, { title: 'Alone' });
  await first?.getByText('Alone', { exact: true }).first().waitFor();
  await first?.close();
  await expect.poll(() => proxy.open()).toBe(0);
});

test('two tabs on the same running task show the same log, each line once', async () => {
  const tasks = tasksOf(stage.installation);
  const { id } = await tasks.create(DEMO);
  const window = await stage.openWindow({ origin: proxy.url, height: 4000 });
  const pages = [await window.newPage(), await window.newPage()];
  for (const page of pages) await page.goto(taskPath(id, 'log'));
  await tasks.when(id, 'in review', ({ status }) => status === 'review');
  for (const page of pages) await page.getByText('Planning is done', { exact: true }).waitFor();
  expect(proxy.open()).toBe(1);
  const lines = await tasks.log(id);
  for (const page of pages) {
    const last = page.getByRole('log').locator(`[data-index="${lines.length - 1}"]`);
    await last.waitFor({ state: 'attached' });
    expect(await page.getByRole('log').locator('[data-index]').count()).toBeLessThanOrEqual(lines.length);
  }
});
