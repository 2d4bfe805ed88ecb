import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let api: ApiClient;
beforeAll(async () => {
  server = await startTestServer();
  api = new ApiClient(server.app);
});
afterAll(() => server.dispose());

it('files are listed and read inside the workspace only', async () => {
  const { id, workspacePath } = await api.createTask();
  const files = `/api/tasks/${id}/files`;
  expect((await api.call('GET', files)).json()).toEqual({ items: [] });
  await mkdir(path.join(workspacePath, 'docs'), { recursive: true });
  await mkdir(path.join(workspacePath, '.git'));
  await writeFile(path.join(workspacePath, '.git/config'), 'secret');
  await writeFile(path.join(workspacePath, 'docs/a.md'), '# 안녕');
  await writeFile(path.join(workspacePath, 'logo.png'), Buffer.from([137, 80, 78, 71, 0, 1, 2]));
  await mkdir(`${workspacePath}-evil`);
  await writeFile(path.join(`${workspacePath}-evil`, 'secret.txt'), 'secret');
  await symlink(`${workspacePath}-evil`, path.join(workspacePath, 'link'));
  await symlink(path.join(`${workspacePath}-evil`, 'secret.txt'), path.join(workspacePath, 'docs/link.txt'));

  const { items } = (await api.call('GET', files)).json();
  expect(items.map((item: { name: string; type: string }) => `${item.type} ${item.name}`)).toEqual([
    'directory docs',
    'file logo.png',
  ]);
  const urlOf = (name: string) => `${files}/content?path=${encodeURIComponent(name)}`;
  const read = (name: string) => api.call('GET', urlOf(name));
  const readProblem = (name: string) => api.problem('GET', urlOf(name));
  expect((await read('docs/a.md')).json()).toMatchObject({
    content: '# 안녕',
    encoding: 'utf8',
    truncated: false,
  });
  expect((await read('logo.png')).json()).toMatchObject({ content: null, encoding: 'binary' });
  const evil = path.basename(`${workspacePath}-evil`);
  for (const name of [
    '../x',
    '/etc/passwd',
    `../${evil}/secret.txt`,
    'link/secret.txt',
    'docs/link.txt',
    'a\0b',
  ]) {
    expect(await readProblem(name), name).toBe('400 path_outside_workspace');
  }
  expect(await api.problem('GET', `${files}?path=..`)).toBe('400 path_outside_workspace');
  // A pipe has no end: reading it would block a thread of the server for ever.
  execFileSync('mkfifo', [path.join(workspacePath, 'pipe')]);
  expect(await readProblem('pipe')).toBe('400 not_a_file');
  expect(await readProblem('docs/none.md')).toBe('404 file_not_found');
  expect(await readProblem('.git/config')).toBe('404 file_not_found');
  expect(await readProblem('docs')).toBe('400 not_a_file');
  expect(await api.problem('GET', `${files}?path=docs/a.md`)).toBe('400 not_a_directory');
});
