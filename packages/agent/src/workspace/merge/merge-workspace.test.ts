import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitFiles, gitIn, hashes, makeRepository, personsView, put } from '../../testing/repositories.ts';
import { openWorkspace, type WorkspaceRepository } from '../workspace-repository.ts';
import { describeMerge } from './describe-merge.ts';
import { MergeRefusedError } from './merge-refused-error.ts';
import type { MergeOptions } from './merge-work.ts';
import { mergeWorkspace } from './merge-workspace.ts';

const PATH = process.env['PATH'];
const NAME = 'workspace-1a2b3c4d';
let root = '';
let project = '';
let workspacePath = '';
let source: WorkspaceSource;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ccs-merge-'));
  project = join(root, 'project');
  workspacePath = join(root, 'output', NAME);
  source = { kind: 'folder', path: project };
});
afterEach(() => rm(root, { recursive: true, force: true }));

const open = (): Promise<WorkspaceRepository> => openWorkspace(workspacePath, PATH, { source });
const DOCUMENTS = 'docs/changes/task_1';
const ONE_COMMIT: MergeOptions = {
  squash: true,
  without: DOCUMENTS,
  task: { id: 'task_1', title: '# Greet\n "저녁" ' },
};
const HISTORY: MergeOptions = { ...ONE_COMMIT, squash: false, without: null };
const merge = (options = ONE_COMMIT) => mergeWorkspace({ workspacePath, source, PATH }, options);

/** The refusal's code and files, after proving that it changed nothing. */
async function refusal(): Promise<readonly unknown[]> {
  const isRepository = existsSync(join(project, '.git'));
  const look = () => (isRepository ? personsView(project) : hashes(project).catch(() => null));
  const before = await look();
  const error = await merge().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MergeRefusedError);
  expect(await look()).toEqual(before);
  expect(await readdir(join(root, 'output'))).toEqual([NAME]);
  if (isRepository) expect(gitIn(project, 'worktree', 'list').split('\n')).toHaveLength(2);
  const { code, files } = error as MergeRefusedError;
  return [code, ...files];
}

async function work(files: Readonly<Record<string, string>>): Promise<void> {
  const repository = await open();
  await put(workspacePath, files);
  await repository.commit('Work');
}

test('a repository gets one commit on its branch, without documents and history, known again by its message', async () => {
  const base = await makeRepository(project, { 'a.txt': 'a\n', 'b.txt': 'b\n' });
  await work({ 'a.txt': 'a secret\n', [`${DOCUMENTS}/01.md`]: 'one\n' });
  await work({ 'a.txt': 'agent\n', 'new.txt': 'new\n', [`${DOCUMENTS}/한/"02".md`]: 'two\n' });
  const ours = gitIn(workspacePath, 'rev-parse', 'HEAD');
  const index = await personsView(workspacePath);
  const theirs = await commitFiles(project, { 'b.txt': 'person\n' });
  expect(await describeMerge({ workspacePath, source, PATH }, DOCUMENTS)).toEqual({
    into: 'main',
    workBranch: `ccs/${NAME}`,
    files: 2,
    documents: 2,
  });
  gitIn(project, 'config', 'merge.ff', 'false');
  gitIn(project, 'config', 'commit.cleanup', 'strip');
  gitIn(project, 'config', 'i18n.commitEncoding', 'euc-kr');
  const { into, commit, already } = await merge();
  expect([into, already]).toEqual(['main', false]);
  expect(gitIn(project, 'rev-list', '--parents', `${base}..main`).split('\n')).toEqual([
    `${commit} ${theirs}`,
    `${theirs} ${base}`,
  ]);
  expect(gitIn(project, 'cat-file', 'commit', commit)).toMatch(
    /^author Claude Code Server <.*>.*\ncommitter Claude .*\n\n# Greet "저녁"\n\nMade by .*\n\nClaude-Code-Server-Task: task_1$/m,
  );
  expect(gitIn(project, 'log', '-1', '--format=%(trailers:only)')).toBe('Claude-Code-Server-Task: task_1');
  expect(gitIn(project, 'log', '-p', 'main')).not.toContain('a secret');
  expect(gitIn(project, 'diff', '--name-only', theirs, commit).split('\n')).toEqual(['a.txt', 'new.txt']);
  expect(gitIn(project, 'status', '--porcelain')).toBe('');
  expect(await readFile(join(project, 'a.txt'), 'utf8')).toBe('agent\n');
  expect(existsSync(join(project, 'docs'))).toBe(false);
  expect(gitIn(workspacePath, 'rev-parse', 'HEAD')).toBe(ours);
  expect(await personsView(workspacePath)).toEqual(index);
  expect(await readdir(join(root, 'output'))).toEqual([NAME]);

  expect(await merge()).toEqual({ into: 'main', commit, already: true });
  await commitFiles(project, { 'a.txt': 'later\n' });
  expect(await merge(HISTORY)).toEqual({ into: 'main', commit, already: true });
});

test.each([
  [true, null],
  [false, DOCUMENTS],
])('one commit: %s, left out: %s', async (squash, without) => {
  const base = await makeRepository(project, { 'a.txt': 'a\n' });
  await work({ 'a.txt': 'agent\n', [`${DOCUMENTS}/01.md`]: 'one\n' });
  const tip = gitIn(workspacePath, 'rev-parse', 'HEAD');
  const { commit } = await merge({ ...ONE_COMMIT, squash, without });
  expect(gitIn(project, 'rev-list', '--parents', '-1', 'main').split(' ')).toEqual(
    squash ? [commit, base] : [commit, base, tip],
  );
  expect(await readFile(join(project, 'a.txt'), 'utf8')).toBe('agent\n');
  expect(existsSync(join(project, DOCUMENTS))).toBe(without === null);
  expect(await merge({ ...ONE_COMMIT, squash, without })).toEqual({ into: 'main', commit, already: true });
});

test('work that the branch has by other commits needs no commit', async () => {
  await makeRepository(project, { 'a.txt': 'a\n' });
  await work({ 'a.txt': 'agent\n', [`${DOCUMENTS}/01.md`]: 'one\n' });
  const commit = await commitFiles(project, { 'a.txt': 'agent\n' });
  expect(await merge()).toEqual({ into: 'main', commit, already: true });
  expect(gitIn(project, 'rev-parse', 'main')).toBe(commit);
});

test('documents alone are no change, unless they are wanted; those from before stay', async () => {
  await makeRepository(project, { 'a.txt': 'a\n', [`${DOCUMENTS}/00.md`]: 'before\n' });
  await work({ [`${DOCUMENTS}/00.md`]: 'after\n', [`${DOCUMENTS}/01.md`]: 'one\n' });
  expect(await refusal()).toEqual(['only_documents']);
  await work({ 'a.txt': 'agent\n' });
  await merge();
  expect(await readFile(join(project, DOCUMENTS, '00.md'), 'utf8')).toBe('before\n');
  expect(await readdir(join(project, DOCUMENTS))).toEqual(['00.md']);
});

test('a repository gets a merge commit on its branch, in our name, and no program of it runs', async () => {
  await makeRepository(project, { 'a.txt': 'a\n', 'b.txt': 'b\n' });
  await work({ 'a.txt': 'agent\n', 'new.txt': 'new\n' });
  const theirs = await commitFiles(project, { 'b.txt': 'person\n' });
  await put(project, { 'untracked.txt': 'mine' });
  for (const hook of [
    'pre-merge-commit',
    'post-merge',
    'commit-msg',
    'post-checkout',
    'prepare-commit-msg',
  ]) {
    await mkdir(join(project, '.git', 'hooks'), { recursive: true });
    await writeFile(
      join(project, '.git', 'hooks', hook),
      `#!/bin/sh\ntouch '${join(root, 'ran')}'\nexit 1\n`,
      {
        mode: 0o755,
      },
    );
  }
  const config = await readFile(join(project, '.git', 'config'), 'utf8');
  const { into, commit, already } = await merge(HISTORY);
  expect([into, already]).toEqual(['main', false]);
  expect(gitIn(project, 'rev-parse', 'main', 'HEAD^1', 'HEAD^2').split('\n')).toEqual([
    commit,
    theirs,
    gitIn(workspacePath, 'rev-parse', 'HEAD'),
  ]);
  expect(gitIn(project, 'log', '-1', '--format=%an|%cn|%s')).toBe(
    `Claude Code Server|Claude Code Server|Merge branch 'ccs/${NAME}'`,
  );
  expect(gitIn(project, 'status', '--porcelain')).toBe('?? untracked.txt');
  expect(await readFile(join(project, 'a.txt'), 'utf8')).toBe('agent\n');
  expect(await readFile(join(project, 'b.txt'), 'utf8')).toBe('person\n');
  expect(await readFile(join(project, '.git', 'config'), 'utf8')).toBe(config);
  expect((await readdir(root)).sort()).toEqual(['output', 'project']);
  expect(gitIn(project, 'worktree', 'list').split('\n')).toHaveLength(2);

  expect(await merge(HISTORY)).toEqual({ into: 'main', commit, already: true });
  await rm(join(project, '.git', 'hooks'), { recursive: true });
  await commitFiles(project, { 'b.txt': 'later\n' });
  expect(await merge(HISTORY)).toEqual({ into: 'main', commit, already: true });
  await work({ 'a.txt': 'more\n' });
  expect(await merge(HISTORY)).toMatchObject({ into: 'main', already: false });
});

test('a branch that went on from our commit has it already', async () => {
  await makeRepository(project, { 'a.txt': 'a\n' });
  await work({ 'a.txt': 'agent\n' });
  gitIn(project, 'merge', '-q', '--ff-only', `ccs/${NAME}`);
  const commit = gitIn(project, 'rev-parse', 'HEAD');
  expect(await merge()).toEqual({ into: 'main', commit, already: true });
});

test('conflicts are named, and nothing of the merge is left', async () => {
  await makeRepository(project, { 'a.txt': 'a\n', 'with space 한.txt': 'b\n', 'c.txt': 'c\n' });
  await work({ 'a.txt': 'agent\n', 'with space 한.txt': 'agent\n', 'c.txt': 'agent\n' });
  await commitFiles(project, { 'a.txt': 'person\n', 'with space 한.txt': 'person\n' });
  gitIn(project, 'config', 'rerere.enabled', 'true');
  expect(await refusal()).toEqual(['conflicts', 'a.txt', 'with space 한.txt']);
  expect(await readdir(join(project, '.git'))).not.toContain('rr-cache');
});

test.each([
  ['an edited file', () => put(project, { 'b.txt': 'edited' }), ['not_clean', 'b.txt']],
  [
    'a staged file',
    async () => {
      await put(project, { 'c.txt': 'c' });
      gitIn(project, 'add', 'c.txt');
    },
    ['not_clean', 'c.txt'],
  ],
  ['a file in the way', () => put(project, { 'new.txt': 'mine' }), ['would_overwrite', 'new.txt']],
  ['no branch', () => Promise.resolve(gitIn(project, 'checkout', '-q', '--detach')), ['no_branch']],
  [
    'a merge going on',
    async () => {
      gitIn(project, 'checkout', '-qb', 'side');
      await commitFiles(project, { 'b.txt': 'side\n' });
      gitIn(project, 'checkout', '-q', 'main');
      gitIn(project, 'merge', '-q', '--no-commit', '--no-ff', 'side');
    },
    ['operation_in_progress'],
  ],
  ['a git at work', () => put(project, { '.git/index.lock': '' }), ['operation_in_progress']],
])('a repository with %s is left alone', async (_, prepare, expected) => {
  await makeRepository(project, { 'a.txt': 'a\n', 'b.txt': 'b\n' });
  await work({ 'a.txt': 'agent\n', 'new.txt': 'new\n' });
  await prepare();
  expect(await refusal()).toEqual(expected);
});

test('what cannot be merged says why', async () => {
  await makeRepository(project, { 'a.txt': 'a\n' });
  await open();
  expect(await refusal()).toEqual(['nothing_to_merge']);
  await put(workspacePath, { 'a.txt': 'b' });
  await rename(project, `${project}-moved`);
  expect(await refusal()).toEqual(['source_missing']);
  const url = 'https://host.invalid/a';
  await expect(
    mergeWorkspace({ workspacePath, PATH, source: { kind: 'git', url, ref: null } }, HISTORY),
  ).rejects.toMatchObject({ code: 'no_folder' });
});

test('a merge driver that the repository names does not run', async () => {
  await makeRepository(project, { '.gitattributes': '*.txt merge=spy\n', 'a.txt': '1\n2\n3\n4\n5\n6\n7\n' });
  await work({ 'a.txt': 'agent\n2\n3\n4\n5\n6\n7\n' });
  await commitFiles(project, { 'a.txt': '1\n2\n3\n4\n5\n6\nperson\n' });
  gitIn(project, 'config', 'merge.spy.driver', `touch '${join(root, 'ran')}'`);
  await merge();
  expect(await readFile(join(project, 'a.txt'), 'utf8')).toBe('agent\n2\n3\n4\n5\n6\nperson\n');
  expect(await readdir(root)).not.toContain('ran');
});

test('a plain folder gets the changes, also around changes of its own', async () => {
  const lines = Array.from({ length: 30 }, (_, n) => `${n}\n`).join('');
  await put(project, { 'a.txt': lines, 'gone.txt': 'g', 'keep/.git/x': 'x', 'node_modules/x': 'x' });
  const repository = await open();
  await rm(join(workspacePath, 'gone.txt'));
  await symlink('a.txt', join(workspacePath, 'link'));
  await put(workspacePath, { 'a.txt': lines.replace('5\n', 'agent\n'), 'docs/new "odd"\n한.md': 'new\n' });
  await writeFile(join(workspacePath, 'run.sh'), Buffer.from([0, 1, 2]), { mode: 0o755 });
  await repository.commit('Work');
  await put(project, { 'a.txt': `top\n${lines.replace('25\n', 'person\n')}` });
  const commit = gitIn(workspacePath, 'rev-parse', 'HEAD');
  expect(await merge()).toEqual({ into: project, commit, already: false });
  expect(await readFile(join(project, 'a.txt'), 'utf8')).toBe(
    `top\n${lines.replace('5\n', 'agent\n').replace('25\n', 'person\n')}`,
  );
  const { 'a.txt': _, ...theirs } = await hashes(project);
  const { 'a.txt': __, ...ours } = await hashes(workspacePath);
  expect(theirs).toMatchObject(ours);
  expect(theirs).not.toHaveProperty('gone.txt');
  expect(await readdir(join(root, 'output'))).toEqual([NAME]);
});

test('a plain folder that was merged has it already, also when it is a repository by now', async () => {
  await put(project, { 'a.txt': 'a\n' });
  await work({ 'a.txt': 'agent\n', 'b.txt': 'b\n' });
  const result = await merge();
  expect(await merge()).toEqual({ ...result, already: true });
  await rm(join(project, 'b.txt'));
  gitIn(project, 'init', '-q');
  await commitFiles(project, {});
  expect(await merge()).toEqual({ ...result, already: false });
  expect(await readFile(join(project, 'b.txt'), 'utf8')).toBe('b\n');
});

test('a plain folder where the changes do not fit stays as it is, and the files are named', async () => {
  await put(project, { 'a.txt': 'a\n', 'b.txt': 'b\n', 'sub/c.txt': 'c\n' });
  await work({ 'a.txt': 'agent\n', 'b.txt': 'agent\n', 'sub/c.txt': 'agent\n' });
  await put(project, { 'a.txt': 'person\n' });
  await rm(join(project, 'sub'), { recursive: true });
  await mkdir(join(root, 'elsewhere'));
  await put(root, { 'elsewhere/c.txt': 'c\n' });
  await symlink('../elsewhere', join(project, 'sub'));
  expect(await refusal()).toEqual(['does_not_apply', 'a.txt', 'sub/c.txt']);
  expect(await readFile(join(root, 'elsewhere', 'c.txt'), 'utf8')).toBe('c\n');
});

test('a plain folder gets the changes without the documents', async () => {
  await put(project, { 'a.txt': 'a\n' });
  await work({ 'a.txt': 'agent\n', [`${DOCUMENTS}/01.md`]: 'one\n' });
  expect(await describeMerge({ workspacePath, source, PATH }, DOCUMENTS)).toEqual({
    into: project,
    workBranch: null,
    files: 1,
    documents: 1,
  });
  const commit = gitIn(workspacePath, 'rev-parse', 'HEAD');
  expect(await merge()).toEqual({ into: project, commit, already: false });
  expect(await hashes(project)).toHaveProperty('a.txt');
  expect(existsSync(join(project, 'docs'))).toBe(false);
  expect(await merge()).toEqual({ into: project, commit, already: true });
  await merge(HISTORY);
  expect(existsSync(join(project, DOCUMENTS, '01.md'))).toBe(true);
});
