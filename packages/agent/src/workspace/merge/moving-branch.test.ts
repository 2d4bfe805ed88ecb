import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gitIn, makeRepository, put } from '../../testing/repositories.ts';
import { openWorkspace } from '../workspace-repository.ts';
import type { MergeOptions } from './merge-work.ts';
import { mergeWorkspace } from './merge-workspace.ts';

const NAME = 'workspace-1a2b3c4d';
const OPTIONS: MergeOptions = { squash: true, without: null, task: { id: 'task_1', title: 'Greet' } };
const PATH = process.env['PATH'] ?? '';
let root = '';
let project = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ccs-merge-'));
  project = join(root, 'project');
  await makeRepository(project, { 'a.txt': 'a\n' });
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Merges with the real git, while the person commits just before the branch would move; so many times. */
async function mergeWhilePersonCommits(times: number) {
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const bin = join(root, 'bin');
  await mkdir(bin);
  const person = `'${real}' -C '${project}' -c user.name=Kim -c user.email=kim@example.com`;
  const script = [
    '#!/bin/sh',
    'case " $* " in *" --ff-only "*)',
    `  n=$(cat '${bin}/count' 2>/dev/null || echo 0)`,
    `  if [ "$n" -lt ${times} ]; then`,
    `    echo $((n + 1)) > '${bin}/count'`,
    `    (unset GIT_DIR GIT_WORK_TREE; ${person} commit -q --allow-empty -m "Person $n")`,
    '  fi;;',
    'esac',
    `exec '${real}' "$@"`,
    '',
  ];
  await writeFile(join(bin, 'git'), script.join('\n'), { mode: 0o755 });
  const workspacePath = join(root, 'output', NAME);
  const source = { kind: 'folder', path: project } as const;
  const repository = await openWorkspace(workspacePath, PATH, { source });
  await put(workspacePath, { 'a.txt': 'agent\n' });
  await repository.commit('Work');
  return mergeWorkspace({ workspacePath, source, PATH: `${bin}:${PATH}` }, OPTIONS);
}

const subjects = () => gitIn(project, 'log', '--format=%s').split('\n');

test('a branch that goes on while work is merged gets the work on top of that', async () => {
  const { commit, already } = await mergeWhilePersonCommits(1);
  expect(already).toBe(false);
  expect(gitIn(project, 'rev-parse', 'HEAD')).toBe(commit);
  expect(subjects().slice(1)).toEqual(['Person 0', 'First']);
  expect(await readFile(join(project, 'a.txt'), 'utf8')).toBe('agent\n');
  expect(gitIn(project, 'status', '--porcelain')).toBe('');
});

test('a branch that goes on again and again refuses the merge, and nothing of it is left', async () => {
  await expect(mergeWhilePersonCommits(2)).rejects.toMatchObject({
    name: 'MergeRefusedError',
    code: 'branch_moved',
  });
  expect(subjects()).toEqual(['Person 1', 'Person 0', 'First']);
  expect(await readFile(join(project, 'a.txt'), 'utf8')).toBe('a\n');
  expect(gitIn(project, 'status', '--porcelain')).toBe('');
  expect(gitIn(project, 'worktree', 'list').split('\n')).toHaveLength(2);
  expect(await readdir(join(root, 'output'))).toEqual([NAME]);
});
