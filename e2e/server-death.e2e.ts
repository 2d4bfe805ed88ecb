import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { badge, isLive, taskPath } from './stage/page-actions.ts';
import { expectLogAsStored } from './stage/log-rows.ts';
import { setStage } from './stage/stage.ts';
import { DEMO, tasksOf } from './stage/tasks.ts';

const stage = setStage();

test('kill -9 in mid-phase: the page says so, comes back by itself, and the task goes on to the end', async () => {
  const tasks = tasksOf(stage.installation);
  const { id } = await tasks.create({ ...DEMO, autoApprove: true });
  const page = await stage.open(taskPath(id, 'log'));
  await isLive(page);
  await tasks.when(id, 'at its fourth step', ({ currentStep }) => (currentStep ?? 0) >= 4);
  stage.problems.expect(
    /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/,
  );
  await stage.installation.stop('SIGKILL');
  await page.getByRole('banner').getByText('Reconnecting', { exact: true }).waitFor();
  await page.getByText('Connection lost; reconnecting').waitFor();

  await stage.installation.restart();
  await isLive(page);
  await badge(page, 'Interrupted').waitFor();
  await page.getByText('The work was interrupted').waitFor();
  const home = await page.context().newPage();
  await home.goto('/');
  await home.getByRole('region', { name: 'Needs you' }).getByRole('link', { name: DEMO.title }).waitFor();
  await home.close();

  await page.getByRole('button', { name: 'Resume' }).first().click();
  await tasks.skipDependency(id);
  await page.getByRole('heading', { name: 'Your project is ready' }).waitFor({ timeout: 120_000 });
  expect(await tasks.task(id)).toMatchObject({ status: 'completed', progress: 100 });
  await expectLogAsStored(page, await tasks.log(id));
});

test('reload in mid-run: nothing missing, nothing twice', async () => {
  const tasks = tasksOf(stage.installation);
  const { id } = await tasks.create(DEMO);
  const page = await stage.open(taskPath(id, 'log'));
  for (const step of [2, 4, 6]) {
    await tasks.when(
      id,
      `at step ${step}`,
      ({ currentStep, status }) => (currentStep ?? 0) >= step || status === 'review',
    );
    await page.reload();
    await page.getByRole('log').locator('[data-index]').first().waitFor();
  }
  await page.getByText('Planning is done', { exact: true }).waitFor();
  // The bar for the review takes room from the log, which stays at its end all the same.
  await expect.poll(() => pixelsBelow(page)).toBeLessThan(2);
  await page.getByRole('button', { name: /Latest|new line/ }).waitFor({ state: 'detached' });
  await expectLogAsStored(page, await tasks.log(id));
});

function pixelsBelow(page: Page): Promise<number> {
  return page
    .getByRole('log')
    .evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight);
}
