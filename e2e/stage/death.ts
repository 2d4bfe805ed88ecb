import { expect } from 'vitest';
import { isLive } from './page-actions.ts';
import { processesOf } from './processes.ts';
import type { Stage } from './stage.ts';
import { tasksOf } from './tasks.ts';
import type { Page } from 'playwright-core';

/** What a browser says about a server that is not there. */
const LOST = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/;

/** `kill -9` and a new server; resolves when the page is live again. */
export async function killServer(stage: Stage, page: Page): Promise<void> {
  stage.problems.expect(LOST);
  await stage.installation.stop('SIGKILL');
  await page.getByRole('banner').getByText('Reconnecting', { exact: true }).waitFor();
  await stage.installation.restart();
  await isLive(page);
}

/** Waits until nothing of the task runs: it is parked and costs nothing but its rows. */
export async function expectParked(stage: Stage, id: string): Promise<void> {
  const runs = await tasksOf(stage.installation).runs(id);
  expect(runs.length).toBeGreaterThan(0);
  await expect.poll(() => processesOf(runs.map((run) => run.id))).toEqual([]);
}
