import { fileContentSchema } from '@ccs/contract';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { statusesOf } from '../testing/api-client.ts';
import { BLOCKED } from '../testing/hand-runner.ts';
import { type HandServer, startHandServer } from '../testing/hand-server.ts';
import { waitFor } from '../testing/wait-for.ts';

let server: HandServer;
let api: HandServer['api'];
beforeAll(async () => {
  server = await startHandServer();
  api = server.api;
});
afterAll(() => server.dispose());

interface Wanted {
  readonly task: TaskId;
  readonly workspace: string;
  readonly url: string;
}

/** A task that waits for a file. */
async function waitingForFile(name: string): Promise<Wanted> {
  const { id, run } = await server.startTask();
  const receipt = await run.reporter.requestDependency({
    type: 'file',
    name,
    description: 'a file',
    required: true,
    permission: null,
    source: 'text',
    toolUseId: null,
    deferred: false,
  });
  if (receipt.kind !== 'waiting') throw new Error(receipt.kind);
  const workspace = run.run.workspacePath;
  await mkdir(workspace, { recursive: true });
  run.end(BLOCKED);
  await waitFor('the block', async () => (await api.task(id)).agentStatus === 'waiting_dependency');
  return { task: id, workspace, url: `/api/dependencies/${receipt.id}/provide` };
}
const file = (name: string, bytes: string | Buffer) => ({
  file: { name, content: Buffer.from(bytes).toString('base64') },
});

it('a file goes where the agent wants it, and the agent is told', async () => {
  const { task, workspace, url } = await waitingForFile('data/습관 목록.csv');
  const done = await api.ok('POST', url, file('my export.csv', 'a,b\n'));
  expect(done).toMatchObject({ status: 'provided', filePath: 'data/습관 목록.csv' });
  expect(await readFile(path.join(workspace, 'data/습관 목록.csv'), 'utf8')).toBe('a,b\n');
  const read = `/api/tasks/${task}/files/content?path=${encodeURIComponent('data/습관 목록.csv')}`;
  expect(fileContentSchema.parse(await api.ok('GET', read)).content).toBe('a,b\n');
  await waitFor('the next agent', () => server.runner.of(task)?.run.input.length === 1);
  expect(server.runner.of(task)?.run.input).toMatchObject([{ filePath: 'data/습관 목록.csv' }]);
});

it('of two files at the same time the first one stays', async () => {
  const { workspace, url } = await waitingForFile('data.csv');
  const texts = ['first', 'second'];
  const both = await Promise.all(texts.map((text) => api.call('POST', url, file('x.csv', text))));
  expect(statusesOf(both)).toEqual([200, 409]);
  const won = texts[both.findIndex((each) => each.statusCode === 200)];
  expect(await readFile(path.join(workspace, 'data.csv'), 'utf8')).toBe(won);
});

it.each([
  '../evil.txt',
  'a/../../evil.txt',
  '/tmp/evil.txt',
  'C:\\evil.txt',
  '..\\evil.txt',
  'evil\0.txt',
  '%2e%2e%2fevil.txt',
  '.git/hooks/pre-commit',
  '.GIT/config',
  '..',
  '․․/evil.txt',
  `${'x'.repeat(252)}.txt`,
])('the name %j is refused or stays inside, and nothing is written elsewhere', async (name) => {
  const { workspace, url } = await waitingForFile('a file of yours');
  const before = await readdir(path.dirname(workspace));
  const response = await api.call('POST', url, file(name, 'evil'));
  expect([200, 400, 422], response.body).toContain(response.statusCode);
  const written = await readdir(workspace, { recursive: true });
  if (response.statusCode === 200) {
    const { filePath } = response.json();
    expect(await readFile(path.join(workspace, filePath), 'utf8')).toBe('evil');
    expect(filePath).toMatch(/^uploads\/[^/\\]+$/);
  } else {
    expect(written).toEqual([]);
    expect(await api.problem('POST', url, file(name, 'evil'))).toMatch(/^(400|422) /);
  }
  expect(await readdir(path.dirname(workspace))).toEqual(before);
});

it('a folder that leads out of the workspace is not followed', async () => {
  const { workspace, url } = await waitingForFile('data/keys.json');
  const outside = path.join(server.folder, 'outside');
  await mkdir(outside);
  await symlink(outside, path.join(workspace, 'data'));
  expect(await api.problem('POST', url, file('keys.json', '{}'))).toMatch(/^4\d\d /);
  expect(await readdir(outside)).toEqual([]);
});

it('a link in the place of the file is not written through', async () => {
  const { workspace, url } = await waitingForFile('keys.json');
  const outside = path.join(server.folder, 'outside.json');
  await writeFile(outside, 'mine');
  await symlink(outside, path.join(workspace, 'keys.json'));
  await api.call('POST', url, file('keys.json', '{}'));
  expect(await readFile(outside, 'utf8')).toBe('mine');
});

it('10 MiB are taken, more are not, and what is no base64 is refused', async () => {
  const { workspace, url } = await waitingForFile('big.bin');
  const limit = 10 * 1024 * 1024;
  expect(await api.problem('POST', url, file('big.bin', Buffer.alloc(limit + 1)))).toMatch(/^(400|413) /);
  expect(await api.problem('POST', url, file('big.bin', Buffer.alloc(2 * limit)))).toBe(
    '413 payload_too_large',
  );
  const odd = { file: { name: 'big.bin', content: 'not base64!' } };
  expect(await api.problem('POST', url, odd)).toBe('400 validation_failed');
  expect(await readdir(workspace)).toEqual([]);
  await api.ok('POST', url, file('big.bin', Buffer.alloc(limit, 1)));
  expect((await readFile(path.join(workspace, 'big.bin'))).length).toBe(limit);
});
