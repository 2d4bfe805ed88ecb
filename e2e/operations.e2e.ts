import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { badge, chooseOperation, isLive, taskPath } from './stage/page-actions.ts';
import { setStage } from './stage/stage.ts';
import { DEMO, tasksOf } from './stage/tasks.ts';

const stage = setStage();

test('pause, resume, cancel, delete', async () => {
  const tasks = tasksOf(stage.installation);
  const { id, workspacePath } = await tasks.create(DEMO);
  await tasks.when(id, 'at its second step', ({ currentStep }) => (currentStep ?? 0) >= 2);
  const page = await stage.open(taskPath(id));
  await page.getByRole('button', { name: 'Pause' }).click();
  await badge(page, 'Paused').waitFor();
  await page.getByText('The agent is stopped. Files and conversation are kept until you resume.').waitFor();
  await tasks.when(id, 'paused', ({ agentStatus }) => agentStatus === 'paused');
  await page.getByRole('button', { name: 'Resume' }).click();
  await badge(page, 'Running').waitFor();
  await page.getByText('Planning is done', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await badge(page, 'Running').waitFor();
  await chooseOperation(page, 'Cancel task');
  await page
    .getByRole('dialog', { name: 'Cancel this task?' })
    .getByRole('button', { name: 'Keep it running' })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await tasks.task(id)).status).toBe('in_progress');
  await chooseOperation(page, 'Cancel task');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the task' }).click();
  await badge(page, 'Cancelled').waitFor();
  expect(await tasks.task(id)).toMatchObject({ status: 'failed', failure: { code: 'cancelled' } });

  expect(existsSync(workspacePath)).toBe(true);
  await chooseOperation(page, 'Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete this task?' });
  await dialog.getByText('Also delete the workspace folder').click();
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('heading', { name: 'What should be built?' }).waitFor();
  // The task is gone at once; its files follow.
  await expect.poll(() => existsSync(workspacePath)).toBe(false);
  const log = join(stage.installation.dataDirectory, 'logs', `${id}.jsonl`);
  await expect.poll(() => existsSync(log)).toBe(false);
});

test('a task that another tab deletes disappears here', async () => {
  const tasks = tasksOf(stage.installation);
  const { id } = await tasks.create({ ...DEMO, title: 'Short-lived', execute: false });
  await tasks.create({ ...DEMO, title: 'Stays', execute: false });
  const page = await stage.open('/');
  await isLive(page);
  await page.getByRole('link', { name: /Short-lived/ }).waitFor();
  await stage.server.send('DELETE', `/api/tasks/${id}`);
  await page.getByRole('link', { name: /Short-lived/ }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /Stays/ }).waitFor();
});

test('a failure: its code, what it means, what to do; and once that is done, Retry', async () => {
  const tasks = tasksOf(stage.installation);
  const missing = join(stage.installation.folder, 'no-claude-here');
  await stage.installation.restart({ env: { CCS_CLAUDE_EXECUTABLE: missing } });
  const page = await stage.open('/');
  await page.getByRole('heading', { name: 'Claude Code could not be found' }).waitFor();
  const { id } = await tasks.create({ ...DEMO, title: 'Fails first' });
  await page.goto(taskPath(id));
  await badge(page, 'Failed').waitFor();
  const alert = page.getByRole('alert');
  await alert.getByRole('heading', { name: 'The Claude Code program could not be started.' }).waitFor();
  await alert.getByText('npm ci --include=optional').waitFor();
  await alert.getByText('Details').click();
  await alert.getByText('agent_binary_missing').waitFor();

  stage.problems.expect(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET/);
  await stage.installation.restart();
  await isLive(page);
  await alert.getByRole('button', { name: 'Retry' }).click();
  await page.getByText('Planning is done', { exact: true }).waitFor();
  expect(await tasks.task(id)).toMatchObject({ status: 'review', failure: null });
});
