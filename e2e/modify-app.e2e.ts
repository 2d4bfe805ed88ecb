import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openedTask } from './stage/page-actions.ts';
import { git, makeRepository } from './stage/repository.ts';
import { setStage } from './stage/stage.ts';
import { tasksOf } from './stage/tasks.ts';

const stage = setStage();

test('a repository is changed on a branch of its own; the patch applies, and it is merged from the page', async () => {
  const tasks = tasksOf(stage.installation);
  const project = join(stage.installation.folder, 'greeting');
  await makeRepository(project);
  const before = await stateOf(project);

  const page = await stage.open('/new/');
  await page.getByText('Change an app', { exact: true }).click();
  await page.getByText('Folder', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Folder' }).fill(project);
  await page.getByRole('textbox', { name: 'Title' }).fill('A greeting for the evening');
  await page
    .getByRole('textbox', { name: 'What should change?' })
    .fill('Greet with "Good evening" after 6 pm.');
  await page.getByText('Nobody; every phase goes on by itself').click();
  await page.getByRole('button', { name: 'Try it with the demo model' }).click();
  const id = await openedTask(page);
  await page.getByRole('heading', { name: 'The change is ready' }).waitFor({ timeout: 120_000 });
  expect(await stateOf(project)).toEqual(before);
  expect(await git(project, 'branch', '--list', 'ccs/*')).toContain('ccs/');

  await page.getByRole('button', { name: 'See the changes' }).click();
  const changes = page.getByRole('tabpanel', { name: 'Changes' });
  await changes.getByText(/^\d+ files? changed: \d+ lines? added/).waitFor();
  await changes.getByText(project, { exact: true }).waitFor();
  await changes.getByRole('table', { name: /^Changes of / }).waitFor();

  const patch = await (await fetch(`${stage.server.url}/api/tasks/${id}/patch`)).text();
  const clone = join(stage.installation.folder, 'clone');
  await git(stage.installation.folder, 'clone', '-q', project, clone);
  await writeFile(join(stage.installation.folder, 'change.patch'), patch);
  await git(clone, 'apply', '--check', '--index', join(stage.installation.folder, 'change.patch'));

  await changes.getByRole('button', { name: 'Merge' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge into your project?' });
  await dialog.getByText(project, { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await changes.getByText('Merged into main').waitFor();
  expect((await tasks.task(id)).workspace?.merged).toEqual({
    into: 'main',
    commit: await git(project, 'rev-parse', 'HEAD'),
  });
  expect(await git(project, 'status', '--porcelain')).toBe('?? notes.txt');
  expect(await git(project, 'diff', '--stat', before.head, 'HEAD')).not.toBe('');
  await page.reload();
  await changes.getByText('Merged into main').waitFor();
  expect(await changes.getByRole('button', { name: 'Merge' }).count()).toBe(0);
});

async function stateOf(project: string) {
  return {
    head: await git(project, 'rev-parse', 'HEAD'),
    branch: await git(project, 'branch', '--show-current'),
    status: await git(project, 'status', '--porcelain'),
    source: await readFile(join(project, 'src/greet.js'), 'utf8'),
  };
}
