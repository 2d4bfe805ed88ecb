import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { killAtGitCommand } from '../../testing/killing-git.ts';
import { gitIn, makeRepository, put } from '../../testing/repositories.ts';
import { removeWorkspace } from '../source/remove-workspace.ts';
import { openWorkspace } from '../workspace-repository.ts';
import type { MergeOptions } from './merge-work.ts';
import { mergeWorkspace } from './merge-workspace.ts';

/* A process is killed while it merges; the next one completes it. Needs the built package. */

const PATH = process.env['PATH'];
const NAME = 'workspace-1a2b3c4d';
let root = '';
let project = '';
let workspacePath = '';
let source: WorkspaceSource;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ccs-merge-killed-'));
  project = join(root, 'project');
  workspacePath = join(root, 'output', NAME);
  source = { kind: 'folder', path: project };
});
afterEach(() => rm(root, { recursive: true, force: true }));

const DOCUMENTS = 'docs/changes/task_1';
const ONE_COMMIT: MergeOptions = {
  squash: true,
  without: DOCUMENTS,
  task: { id: 'task_1', title: '# Greet\n "저녁" ' },
};
const HISTORY: MergeOptions = { ...ONE_COMMIT, squash: false, without: null };
const merge = (options = ONE_COMMIT) => mergeWorkspace({ workspacePath, source, PATH }, options);

async function work(files: Readonly<Record<string, string>>): Promise<void> {
  const repository = await openWorkspace(workspacePath, PATH, { source });
  await put(workspacePath, files);
  await repository.commit('Work');
}

test.each([
  ['before', HISTORY],
  ['after', ONE_COMMIT],
] as const)('killed %s any git command of a merge, the next one completes it', async (when, options) => {
  const base = await makeRepository(project, { 'a.txt': 'a\n' });
  await work({ 'a.txt': 'agent\n', 'new.txt': 'new\n', [`${DOCUMENTS}/01.md`]: 'one\n' });
  let number = 1;
  const die = () =>
    killAtGitCommand(
      join(root, 'bin'),
      { work: 'merge', workspace: workspacePath, source, options },
      { number, when },
    );
  for (; await die(); number += 1) {
    const { commit } = await merge(options);
    expect(gitIn(project, 'rev-parse', 'HEAD')).toBe(commit);
    expect(gitIn(project, 'rev-list', '--count', '--first-parent', 'HEAD')).toBe('2');
    expect(gitIn(project, 'status', '--porcelain')).toBe('');
    expect(await readFile(join(project, 'new.txt'), 'utf8')).toBe('new\n');
    expect(await readdir(join(root, 'output'))).toEqual([NAME]);
    expect(await readdir(join(project, '.git', 'worktrees'))).toEqual([NAME]);
    gitIn(project, 'reset', '-q', '--hard', base);
  }
  expect(number).toBeGreaterThan(10);
});

test('removing a workspace removes what a killed merge left', async () => {
  await makeRepository(project, { 'a.txt': 'a\n' });
  await work({ 'a.txt': 'agent\n' });
  const during = join(root, 'output', `.merging-${NAME}`, `${NAME}-merge`, 'a.txt');
  const doomed = { work: 'merge', workspace: workspacePath, source, options: ONE_COMMIT } as const;
  // A fast git may be past the moment before anybody sees it.
  for (let attempt = 1; !(await killAtGitCommand(join(root, 'bin'), doomed, { during })); attempt += 1) {
    expect(attempt).toBeLessThan(50);
    gitIn(project, 'reset', '-q', '--hard', 'HEAD~1');
  }
  await removeWorkspace(workspacePath, source, PATH);
  expect(await readdir(join(root, 'output'))).toEqual([]);
  expect(gitIn(project, 'worktree', 'list').split('\n')).toHaveLength(1);
});
