import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gitIn, makeRepository, personsView, put } from '../../testing/repositories.ts';
import { inspectSource, type SourceInspection } from './inspect-source.ts';

const PATH = process.env['PATH'];
let root = '';
let project = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ccs-inspect-'));
  project = join(root, 'project');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const inspect = (path: string): Promise<SourceInspection> =>
  inspectSource(
    { kind: 'folder', path },
    { PATH, dataDirectory: join(root, 'data'), outputDirectory: join(root, 'data', 'projects') },
  );

test('a repository: its branch and what is not committed, without changing it', async () => {
  await makeRepository(project, { 'a.txt': 'a', 'web/b.txt': 'b' });
  await put(project, { 'a.txt': 'changed', 'new/x': 'x', 'new/y': 'y' });
  const before = await personsView(project);
  expect(await inspect(project)).toEqual({ kind: 'git-folder', branch: 'main', uncommitted: 2 });
  expect(await inspect(join(project, 'web'))).toEqual({
    kind: 'git-folder',
    branch: 'main',
    uncommitted: 2,
    subfolder: 'web',
  });
  expect(await inspect(join(project, 'new'))).toEqual({ kind: 'plain-folder' });
  gitIn(project, 'checkout', '-q', '--detach');
  expect(await inspect(project)).toMatchObject({ branch: null });
  gitIn(project, 'checkout', '-q', 'main');
  expect(await personsView(project)).toEqual(before);
});

test('a plain folder, also by a link', async () => {
  await put(project, { a: 'a' });
  await symlink(project, join(root, 'link'));
  expect(await inspect(project)).toEqual({ kind: 'plain-folder' });
  expect(await inspect(join(root, 'link'))).toEqual({ kind: 'plain-folder' });
});

test('what cannot be worked on says why', async () => {
  await put(root, { 'data/projects/a-1/x': 'x', file: 'x' });
  await mkdir(join(root, 'data', 'agents'));
  await symlink(join(root, 'data'), join(root, 'link'));
  gitIn(root, 'init', '-q', project);
  gitIn(root, 'init', '-q', '--bare', join(root, 'bare'));
  await put(root, { 'broken/.git': 'gitdir: /nowhere\n' });
  const problem = async (path: string) => (await inspect(path)).problem;
  expect(await problem('project')).toMatch(/must be absolute/);
  expect(await problem(`${project}\0`)).toMatch(/must be absolute/);
  expect(await problem(join(root, 'none'))).toMatch(/no such folder/);
  expect(await problem(join(root, 'file'))).toMatch(/not a folder/);
  expect(await problem(project)).toMatch(/no commit yet/);
  expect(await problem(join(root, 'bare'))).toMatch(/bare git repository/);
  expect(await problem(join(root, 'broken'))).toMatch(/not a git repository/);
  expect(await problem(join(root, 'data'))).toMatch(/own data folder/);
  expect(await problem(join(root, 'data', 'agents'))).toMatch(/own data folder/);
  expect(await problem(join(root, 'link', 'agents'))).toMatch(/own data folder/);
  expect(await problem(join(root, 'data', 'projects'))).toMatch(/own data folder/);
  expect(await problem(root)).toMatch(/is inside this folder/);
  expect(await problem(join(root, 'data', 'projects', 'a-1'))).toBeUndefined();
});

test('an address is only read', async () => {
  const options = { PATH, dataDirectory: root, outputDirectory: root };
  const look = (url: string, ref: string | null = null) => inspectSource({ kind: 'git', url, ref }, options);
  expect(await look('https://host.invalid/a')).toEqual({ kind: 'clone' });
  expect((await look('ext::sh')).problem).toMatch(/must begin with/);
  expect((await look('https://host.invalid/a', '--x')).problem).toMatch(/not the name of a branch/);
});

test('a folder that may not be read says so', async (context) => {
  // The superuser may read everything.
  if (process.getuid?.() === 0) context.skip();
  await mkdir(project, { mode: 0o000 });
  expect((await inspect(project)).problem).toMatch(/may not read/);
});
