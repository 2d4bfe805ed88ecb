import { findPipeline } from '@ccs/core/vocabulary/pipelines/registry';
import { expect, test } from 'vitest';
import { useGeneratedApp } from './stage/generated-app.ts';
import { badge, openedTask } from './stage/page-actions.ts';
import { setStage } from './stage/stage.ts';
import { tasksOf } from './stage/tasks.ts';

const stage = setStage();
const phases = findPipeline('create_app')?.phases ?? [];
const DOCUMENTS = [9, 5, 0, 2];

test('the demo, from its button to a project that works', async () => {
  const tasks = tasksOf(stage.installation);
  const page = await stage.open('/');
  await page.getByRole('button', { name: 'Run the demo' }).click();
  const id = await openedTask(page);
  await badge(page, 'Running').waitFor();
  const log = page.getByRole('log');
  await log.getByText('Write', { exact: true }).first().waitFor();
  const asks = page.getByRole('region', { name: 'What the agent needs from you' });
  // Nobody must answer it, so it is a line until one opens it.
  await asks.getByRole('button', { name: /Which colour should the app have\?/ }).click();
  await asks.getByRole('radio', { name: 'Orange' }).click();
  await asks.getByRole('button', { name: 'Send answer' }).click();
  await asks.getByRole('status').getByText('Orange', { exact: true }).waitFor();

  for (const [index, phase] of phases.entries()) {
    const bar = page.getByRole('group', { name: 'Phases' }).getByRole('button', { name: phase.name.en });
    const total = phase.steps.length;
    if (index === 0) await bar.getByText(/^[1-8] of 9 steps$/).waitFor();
    if (phase.key === 'development') {
      await asks.getByRole('heading', { name: 'Needs a value for REMINDER_WEBHOOK_URL' }).waitFor();
      await badge(page, 'Needs something').waitFor();
      await asks.getByRole('button', { name: 'Skip' }).click();
      await asks.getByRole('status').getByText('Skipped', { exact: true }).waitFor();
    }
    await page.getByText(`${phase.name.en} is done`, { exact: true }).waitFor();
    await bar.getByText(`${total} of ${total} steps`, { exact: true }).waitFor();
    await badge(page, 'Needs review').waitFor();
    const next = phases[index + 1];
    await page
      .getByText(
        next ? `Approving starts phase ${next.number}: ${next.name.en}` : 'Approving completes the task',
      )
      .waitFor();

    await page.getByRole('tab', { name: 'Documents' }).click();
    const steps = phase.steps.filter((step) => step.outputs.some(isDocument));
    expect(steps).toHaveLength(DOCUMENTS[index] ?? 0);
    for (const step of steps) {
      await page
        .getByRole('navigation', { name: 'Documents' })
        .getByRole('button', { name: step.name.en, exact: true })
        .click();
      const document = page.getByRole('article');
      const heading = document.getByRole('heading', { level: 1 });
      await heading.waitFor();
      const [output] = step.outputs;
      await document.getByText(output?.kind === 'file' ? output.path : '', { exact: true }).waitFor();
      const source = await tasks.file(id, output?.kind === 'file' ? output.path : '');
      expect(await heading.textContent()).toBe(/^# (.+)$/m.exec(source)?.[1]);
      expect((await document.innerText()).length).toBeGreaterThan(500);
    }
    await page.getByRole('tab', { name: 'Log' }).click();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
  }

  await page.getByRole('heading', { name: 'Your project is ready' }).waitFor();
  await badge(page, 'Completed').waitFor();
  const task = await tasks.task(id);
  expect(task).toMatchObject({ status: 'completed', progress: 100 });
  expect((await tasks.reviews(id)).map(({ phase, status }) => [phase, status])).toEqual(
    phases.map(({ number }) => [number, 'approved']),
  );

  await page.getByText(`cd ${task.workspacePath} && npm start`, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Read the test report' }).click();
  await page.getByRole('article').getByText('docs/testing/04_test_report.md', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Browse the files' }).click();
  await page.getByRole('button', { name: 'package.json' }).click();
  await page.getByText('"scripts"').waitFor();
  await page.getByRole('tab', { name: 'Reviews' }).click();
  const planning = page.getByRole('region', { name: 'Planning' });
  await planning.getByText('Verification failed').waitFor();
  await planning.getByText('repaired everything').waitFor();
  for (const { name } of phases) {
    const story = page.getByRole('region', { name: name.en });
    expect(await story.getByText('Verification passed').count()).toBe(1);
    expect(await story.getByText('approved', { exact: true }).count()).toBe(1);
  }
  await page.getByRole('tab', { name: 'Questions' }).click();
  const records = page.getByRole('list', { name: 'What the agent asked for' });
  await expect.poll(() => records.getByText('The agent has it').count()).toBe(2);
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByText('Task completed', { exact: true }).waitFor();
  await page.getByText('Task created', { exact: true }).waitFor();

  expect(await tasks.file(id, 'docs/design/01_screens.md')).toContain('The leading colour is orange.');
  await useGeneratedApp(task.workspacePath, async (url) => {
    const app = await stage.open('/', { origin: url });
    await app.getByRole('heading', { level: 1, name: task.title }).waitFor();
    const form = app.locator('form').first();
    await form.getByRole('textbox').first().fill('Read ten pages');
    await form.getByRole('button', { name: /add/i }).click();
    const entry = app.getByRole('listitem').filter({ hasText: 'Read ten pages' });
    await entry.waitFor();
    await app.reload();
    await entry.waitFor();
    expect(await entry.count()).toBe(1);
  });
});

function isDocument(output: { readonly kind: string; readonly path?: string }): boolean {
  return output.kind === 'file' && output.path?.startsWith('docs/') === true;
}
