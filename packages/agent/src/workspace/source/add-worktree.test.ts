import type { LocalizedText } from '@ccs/core/vocabulary/language';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitFiles, gitIn, hashes, makeRepository, personsView, put } from '../../testing/repositories.ts';
import { mergeWorkspace } from '../merge/merge-workspace.ts';
import { diffCommits } from '../review/diff-commits.ts';
import { openWorkspace } from '../workspace-repository.ts';
import { sourceBase } from './base-commit.ts';
import { removeWorkspace } from './remove-workspace.ts';
import { WorkspaceSourceError } from './workspace-source-error.ts';

const PATH = process.env['PATH'];
let root = '';
let project = '';
let workspace = '';
let source: WorkspaceSource;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ccs-source-'));
  project = join(root, 'my project');
  workspace = join(root, 'output', 'add-login-1a2b3c4d');
  source = { kind: 'folder', path: project };
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function open(
  from = source,
): Promise<{ notes: string[]; repository: Awaited<ReturnType<typeof openWorkspace>> }> {
  const notes: string[] = [];
  const onNote = (note: LocalizedText) => notes.push(note.en);
  return { repository: await openWorkspace(workspace, PATH, { source: from, onNote }), notes };
}

test('a person’s checked-out files, index, stash, branch and settings stay byte for byte', async () => {
  const first = await makeRepository(project, {
    'a.txt': 'one\n',
    'b.txt': 'b\n',
    '.gitignore': 'ignored\n',
  });
  await put(project, { 'a.txt': 'stashed\n' });
  gitIn(project, 'stash');
  await put(project, { 'a.txt': 'staged\n' });
  gitIn(project, 'add', 'a.txt');
  await put(project, { 'a.txt': 'edited\n', new: 'untracked\n', ignored: 'x' });
  const spy = join(root, 'spy.sh');
  await writeFile(spy, `#!/bin/sh\ntouch '${join(root, 'ran')}'\ncat\n`, { mode: 0o755 });
  for (const hook of ['post-checkout', 'pre-commit', 'post-commit', 'reference-transaction']) {
    await mkdir(join(project, '.git', 'hooks'), { recursive: true });
    await writeFile(join(project, '.git', 'hooks', hook), `#!/bin/sh\ntouch '${join(root, 'ran')}'\n`, {
      mode: 0o755,
    });
  }
  for (const [key, value] of [
    ['filter.spy.smudge', spy],
    ['filter.spy.clean', spy],
    ['commit.gpgsign', 'true'],
    ['branch.autoSetupMerge', 'always'],
  ] as const) {
    gitIn(project, 'config', key, value);
  }
  await put(project, { '.git/info/attributes': '*.txt filter=spy\n' });
  const before = await personsView(project);
  // The person's own git runs these programs.
  await rm(join(root, 'ran'), { force: true });

  const { repository, notes } = await open();
  expect(await readFile(join(workspace, 'a.txt'), 'utf8')).toBe('one\n');
  expect(gitIn(workspace, 'branch', '--show-current')).toBe('ccs/add-login-1a2b3c4d');
  expect(await repository.head()).toBe(first);
  expect(await sourceBase(workspace, PATH)).toBe(first);
  expect(notes.join('\n')).toMatch(/Not taken along: 2 files .*not committed/);
  await repository.markPhaseStart(1);
  await put(workspace, { 'a.txt': 'two\n', '.env': 'KEY=1', 'c.txt': 'c' });
  expect(await repository.commit('Phase 1.1: A')).toBe(true);
  expect(await repository.isClean()).toBe(true);
  expect(await repository.changedSince(1)).toEqual(['a.txt', 'c.txt']);
  expect(await repository.phaseBase(1)).toBe(first);
  expect(gitIn(workspace, 'log', '-1', '--format=%an <%ae>')).toBe(
    'Claude Code Server <noreply@claude-code-server.local>',
  );
  await (await open()).repository.commit('Nothing');
  expect(await readdir(root)).toEqual(['my project', 'output', 'spy.sh']);

  expect(await personsView(project)).toEqual(before);
  expect(gitIn(project, 'for-each-ref', '--format=%(refname)')).toBe(
    'refs/heads/ccs/add-login-1a2b3c4d\nrefs/heads/main\nrefs/stash',
  );
});

test('a folder inside a repository: the whole repository comes, and it is said where the folder is', async () => {
  await makeRepository(project, { 'packages/web/a.txt': 'a', 'packages/api/b.txt': 'b' });
  const { notes } = await open({ kind: 'folder', path: join(project, 'packages/web') });
  expect(Object.keys(await hashes(workspace)).sort()).toEqual(['packages/api/b.txt', 'packages/web/a.txt']);
  expect(notes.join('\n')).toContain('The folder packages/web of that repository is the one that was given.');
});

test('a folder that the repository around it does not track is copied', async () => {
  await makeRepository(project, { '.gitignore': 'notes\n' });
  await put(project, { 'notes/a.txt': 'a' });
  await open({ kind: 'folder', path: join(project, 'notes') });
  expect(await hashes(workspace)).toEqual(await hashes(join(project, 'notes')));
  expect(gitIn(project, 'worktree', 'list').split('\n')).toHaveLength(1);
});

test('work continues on the branch when only the folder was lost', async () => {
  const first = await makeRepository(project, { 'a.txt': 'one' });
  const { repository } = await open();
  await put(workspace, { 'a.txt': 'two' });
  await repository.commit('A');
  await rm(workspace, { recursive: true });
  await commitFiles(project, { 'z.txt': 'z' });
  await open();
  expect(await readFile(join(workspace, 'a.txt'), 'utf8')).toBe('two');
  expect(await sourceBase(workspace, PATH)).toBe(first);
});

test('two tasks on one repository do not meet, and one can start from the other', async () => {
  const first = await makeRepository(project, { 'a.txt': 'one' });
  const { repository } = await open();
  await repository.markPhaseStart(1);
  await put(workspace, { 'a.txt': 'two' });
  await repository.commit('A');
  const second = join(root, 'output', 'more-5e6f7a8b');
  const from: WorkspaceSource = { kind: 'task', taskId: 'task_1', path: workspace };
  const other = await openWorkspace(second, PATH, { source: from });
  await other.markPhaseStart(1);
  expect(await other.phaseBase(1)).toBe(await repository.head());
  expect(await sourceBase(second, PATH)).toBe(await repository.head());
  expect(await repository.phaseBase(1)).toBe(first);
});

test('a workspace that others work on keeps its repository until the last of them is removed', async () => {
  const own = await openWorkspace(workspace, PATH);
  await put(workspace, { 'a.txt': 'one' });
  await own.commit('A');
  const from: WorkspaceSource = { kind: 'task', taskId: 'task_1', path: workspace };
  const others = ['x-1', 'y-2'].map((name) => join(root, 'output', name));
  const [first = '', second = ''] = others;
  for (const other of others) await openWorkspace(other, PATH, { source: from });
  await removeWorkspace(workspace, null, PATH);
  expect(await readdir(workspace)).toEqual(['.git']);
  await put(first, { 'a.txt': 'two' });
  expect(await (await openWorkspace(first, PATH, { source: from })).commit('B')).toBe(true);
  await removeWorkspace(second, from, PATH);
  expect(await readdir(workspace)).toEqual(['.git']);
  await removeWorkspace(first, from, PATH);
  expect(await readdir(join(root, 'output'))).toEqual([]);
});

test('submodules stay what they are', async () => {
  await makeRepository(join(root, 'library'), { 'lib.txt': 'lib' });
  await makeRepository(project, { 'a.txt': 'one' });
  gitIn(project, '-c', 'protocol.file.allow=always', 'submodule', '-q', 'add', join(root, 'library'), 'lib');
  await commitFiles(project, {});
  const before = gitIn(project, 'ls-tree', 'HEAD', 'lib');
  const { repository } = await open();
  await put(workspace, { 'a.txt': 'two' });
  expect(await repository.commit('A')).toBe(true);
  expect(await repository.isClean()).toBe(true);
  expect(gitIn(workspace, 'ls-tree', 'HEAD', 'lib')).toBe(before);
});

test('a repository with SHA-256 names', async () => {
  gitIn(root, 'init', '-q', '-b', 'main', '--object-format=sha256', project);
  const first = await commitFiles(project, { 'a.txt': 'one\n' });
  const { repository } = await open();
  await repository.markPhaseStart(1);
  await put(workspace, { 'a.txt': 'two\n' });
  await repository.commit('A');
  expect([await repository.phaseBase(1), await sourceBase(workspace, PATH)]).toEqual([first, first]);
  const head = (await repository.head()) ?? '';
  const place = { workspacePath: workspace, PATH };
  for (const base of [null, first]) {
    expect((await diffCommits(place, base, head)).files).toMatchObject([{ path: 'a.txt', additions: 1 }]);
  }
  const options = { squash: true, without: 'docs', task: { id: 'task_1', title: 'A' } };
  expect(await mergeWorkspace({ ...place, source }, options)).toMatchObject({ into: 'main' });
});

test('removing a workspace leaves the branch and forgets the worktree, also without its folder', async () => {
  await makeRepository(project, { 'a.txt': 'one' });
  const before = await personsView(project);
  await open();
  await removeWorkspace(workspace, source, PATH);
  await removeWorkspace(workspace, source, PATH);
  expect(await readdir(join(root, 'output'))).toEqual([]);
  expect(gitIn(project, 'worktree', 'list').split('\n')).toHaveLength(1);
  expect(gitIn(project, 'branch', '--list', 'ccs/*').trim()).toBe('ccs/add-login-1a2b3c4d');
  expect(await personsView(project)).toEqual(before);
  await open();
  await rename(project, `${project} moved`);
  await removeWorkspace(workspace, source, PATH);
  expect(await readdir(join(root, 'output'))).toEqual([]);
});

test.each([
  ['no commit', async () => void gitIn(root, 'init', '-q', project), /no commit yet/],
  ['no folder', async () => undefined, /There is no folder/],
  ['a file', async () => writeFile(project, 'x'), /There is no folder/],
  [
    'a branch named ccs',
    async () => {
      await makeRepository(project, { a: 'a' });
      gitIn(project, 'branch', 'ccs');
    },
    /git worktree add failed.*ccs/,
  ],
])('what cannot be a source says why: %s', async (_, make, words) => {
  await make();
  const opening = open();
  await expect(opening).rejects.toThrow(WorkspaceSourceError);
  await expect(opening).rejects.toThrow(words);
  expect(await readdir(join(root, 'output'))).toEqual([]);
});

test('a workspace whose source is gone says so, and keeps its files', async () => {
  await makeRepository(project, { 'a.txt': 'one' });
  await open();
  await rename(project, `${project} moved`);
  await expect(open()).rejects.toThrow(WorkspaceSourceError);
  expect(await readFile(join(workspace, 'a.txt'), 'utf8')).toBe('one');
});
