import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectParked, killServer } from './stage/death.ts';
import { findLeaks, findLeaksIn } from './stage/leaks.ts';
import { badge, holdUntilAllSent, isLive, taskPath } from './stage/page-actions.ts';
import { askForChange, openReview } from './stage/reviewing.ts';
import { setStage } from './stage/stage.ts';
import { DEMO, tasksOf } from './stage/tasks.ts';

const WEBHOOK = 'https://hooks.example.test/T0P/s3cr3t?key=Zm9v+Ym/yCg==';
const IDEA = 'docs/planning/01_idea.md';
const FEATURES = 'docs/planning/07_features.md';
const stage = setStage();
const asks = (page: Page) => page.getByRole('region', { name: 'What the agent needs from you' });
const story = (page: Page) => page.getByRole('region', { name: 'Planning' });

/** The tests are the stations of one task, and each finds it as the one before left it. */
describe('a new app goes all the way, with kill -9 wherever it waits or works', () => {
  let id = '';
  const tasks = () => tasksOf(stage.installation);
  const working = (purpose: string) => async () =>
    (await tasks().runs(id)).some((run) => run.purpose === purpose && run.status === 'started');

  async function killInMidRun(page: Page, purpose: string): Promise<void> {
    await expect.poll(working(purpose), { timeout: 60_000, interval: 20 }).toBe(true);
    await killServer(stage, page);
    await badge(page, 'Interrupted').waitFor();
    await page.getByRole('button', { name: 'Resume' }).first().click();
  }

  let isBroken = false;
  beforeEach(({ skip }) => skip(isBroken, 'a station before it failed'));
  afterEach(({ task }) => {
    isBroken ||= task.result?.state === 'fail';
  });
  beforeAll(async () => {
    const gates = { '2': 'auto', '4': 'auto_if_verified' };
    ({ id } = await tasks().create({ ...DEMO, autoAccept: false, gates }));
  });

  test('a question and a permission', async () => {
    const page = await stage.open(taskPath(id));
    await asks(page).getByRole('heading', { name: 'Wants to use Write' }).waitFor();
    await expectParked(stage, id);
    await killServer(stage, page);
    const question = asks(page).getByRole('button', { name: /Which colour should the app have\?/ });
    await question.click();
    await asks(page).getByRole('radio', { name: 'Violet' }).click();
    await asks(page).getByRole('button', { name: 'Send answer' }).click();
    await asks(page).getByRole('status').getByText('Violet', { exact: true }).waitFor();
    await expectParked(stage, id);
    await killServer(stage, page);
    await asks(page).getByText('“For this task” allows edits of files in this workspace.').waitFor();
    await asks(page).getByRole('button', { name: 'Allow for this task' }).click();
    await badge(page, 'Running').waitFor();
  });

  test('a verification fails, and its rework passes', async () => {
    const page = await stage.open(taskPath(id, 'reviews'));
    await killInMidRun(page, 'verify');
    await killInMidRun(page, 'rework');
    await page.getByText('Planning is done', { exact: true }).waitFor();
    await story(page).getByText('Rework 1').waitFor();
    await story(page).getByText('repaired everything').waitFor();
    expect(await story(page).getByText('Verification failed').count()).toBe(1);
    expect(await story(page).getByText('Verification passed').count()).toBe(1);
    const { items, reworkAttempts } = await tasks().verifications(id);
    expect(items.map(({ verdict }) => verdict)).toEqual(['failed', 'passed']);
    expect(reworkAttempts).toMatchObject([{ attemptNumber: 1, result: 'success' }]);
  });

  test('changes are asked for on lines of two files, and a new round opens', async () => {
    const page = await stage.open(taskPath(id));
    await openReview(page);
    await askForChange(page, IDEA, 3, 'Say who it is for.');
    await killServer(stage, page);
    await askForChange(page, FEATURES, 7, 'Name the most important one first.');
    await page.getByRole('button', { name: 'Request changes (2)' }).click();
    const dialog = page.getByRole('dialog', { name: 'Request changes' });
    expect(await dialog.getByRole('list', { name: 'Your remarks' }).getByRole('listitem').count()).toBe(2);
    await dialog.getByRole('button', { name: 'Send to the agent' }).click();
    await page.waitForURL(/\/task\/?\?id=/);
    await killInMidRun(page, 'rework');
    await page.getByText('Planning is done', { exact: true }).waitFor();

    await openReview(page);
    await page.getByRole('heading', { name: '2 open remarks' }).waitFor();
    await page.getByRole('button', { name: 'Verified', exact: true }).waitFor();
    await page.getByText('2 files changed since the last round', { exact: false }).waitFor();
    expect(await page.getByText('The agent says:').count()).toBe(2);
    await page.getByRole('button', { name: IDEA }).click();
    const file = page.getByRole('region', { name: IDEA });
    await file.getByRole('article').getByText('Say who it is for.', { exact: true }).waitFor();
    await file.getByRole('button', { name: 'Resolve' }).click();
    // Its line is not there any more, so it stands at the file only while it is open.
    await file.getByRole('article').waitFor({ state: 'detached' });
    const rounds = await tasks().reviews(id);
    expect(rounds.map(({ round, status }) => [round, status])).toEqual([
      [1, 'changes_requested'],
      [2, 'pending'],
    ]);
    expect(rounds[0]?.feedback.map(({ state }) => state)).toEqual(['resolved', 'open']);
  });

  test('of two people who approve at once one does, and the other is told', async () => {
    const [review] = (await tasks().reviews(id)).slice(-1);
    const pages = [
      await stage.open(`/review/?id=${review?.id}`),
      await stage.open(`/review/?id=${review?.id}`),
    ];
    for (const page of pages) await isLive(page);
    stage.problems.expect(/status of 409/);
    await holdUntilAllSent(pages, `**/api/reviews/${review?.id}/approve`);
    for (const page of pages) {
      await page.getByRole('button', { name: 'Approve', exact: true }).click();
      // One remark is open, which it asks about.
      await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    }
    const late = pages.map((page) =>
      page.getByText('Somebody else decided while you were reading.').waitFor(),
    );
    const first = pages.map((page) => page.waitForURL(/\/task\/?\?id=/));
    await Promise.all([Promise.any(late), Promise.any(first)]);
    for (const unmet of [...late, ...first]) unmet.catch(() => undefined);
    expect(await tasks().events(id, 'ReviewApproved')).toHaveLength(1);
  });

  test('a key is provided, and a command is denied', async () => {
    const page = await stage.open(taskPath(id));
    await asks(page).getByRole('heading', { name: 'Needs a value for REMINDER_WEBHOOK_URL' }).waitFor();
    await expectParked(stage, id);
    await killServer(stage, page);
    await asks(page).getByRole('textbox', { name: 'Value of REMINDER_WEBHOOK_URL' }).fill(WEBHOOK);
    await asks(page).getByRole('button', { name: 'Provide' }).click();
    await asks(page).getByText('Provided and stored encrypted').waitFor();
    await asks(page).getByLabel('The call that waits').getByText('npm test').waitFor();
    await expectParked(stage, id);
    await killServer(stage, page);
    await asks(page).getByRole('button', { name: 'Deny' }).click();
    await page.getByText('Development is done', { exact: true }).waitFor();
    await tasks().edit(id, { autoAccept: true });
    await page.keyboard.press('a');
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await badge(page, 'Running').waitFor();
  });

  test('to the end; everything happened once, and the key is nowhere', async () => {
    const page = await stage.open(taskPath(id));
    await page.getByRole('heading', { name: 'Your project is ready' }).waitFor();
    const once = ['DependencyProvided', 'DependencyDenied', 'QuestionAnswered', 'ReviewChangesRequested'];
    expect((await tasks().events(id, ...once)).map(({ type }) => type)).toEqual([
      'QuestionAnswered',
      'DependencyProvided', // Edit files
      'ReviewChangesRequested',
      'DependencyProvided', // REMINDER_WEBHOOK_URL
      'DependencyDenied', // npm test
    ]);
    const delivered = (await tasks().events(id, 'InputDelivered')).flatMap(({ payload }) => payload['ids']);
    expect(new Set(delivered).size).toBe(delivered.length);
    expect(delivered).toHaveLength(4);
    // Names may be everywhere, and show that leaks would be found.
    expect(await findLeaks('REMINDER_WEBHOOK_URL', stage.installation, id)).not.toEqual([]);
    expect(await findLeaks(WEBHOOK, stage.installation, id)).toEqual([]);
    for (const tab of ['Log', 'Documents', 'Files', 'Reviews', 'Questions', 'History']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel').getByText(/\w/).filter({ visible: true }).first().waitFor();
      expect(await findLeaksIn(WEBHOOK, page)).toEqual([]);
    }
  });
});
