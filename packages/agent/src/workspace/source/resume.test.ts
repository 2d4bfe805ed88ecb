import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Death, killAtGitCommand } from '../../testing/killing-git.ts';
import { gitIn, hashes, makeRepository, personsView, put } from '../../testing/repositories.ts';
import { openWorkspace } from '../workspace-repository.ts';
import { sourceBase } from './base-commit.ts';

/*
 * A process is killed while it prepares a workspace; the next one must find it whole or make it anew.
 * Needs the built package.
 */

const PATH = process.env['PATH'];
const FILES = Object.fromEntries(
  Array.from({ length: 300 }, (_, n) => [`src/f${n}.txt`, `${n}\n`.repeat(50)]),
);
const NAME = 'workspace-1a2b3c4d';
let root = '';
let project = '';
let workspace = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ccs-resume-'));
  project = join(root, 'project');
  workspace = join(root, 'output', NAME);
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function dieAt(source: WorkspaceSource, death: Death): Promise<boolean> {
  return killAtGitCommand(join(root, 'bin'), { work: 'open', workspace, source }, death);
}

/** A fast git may be past the moment before anybody sees it: then everything is taken back and tried again. */
async function dieDuring(source: WorkspaceSource, during: string): Promise<void> {
  for (let attempt = 1; !(await dieAt(source, { during })); attempt += 1) {
    if (attempt === 50) throw new Error(`git was never seen with ${during}`);
    await rm(workspace, { recursive: true });
    if (source.kind === 'git') continue;
    gitIn(project, 'worktree', 'prune');
    gitIn(project, 'branch', '-D', `ccs/${NAME}`);
  }
}

async function expectWhole(source: WorkspaceSource): Promise<void> {
  const repository = await openWorkspace(workspace, PATH, { source });
  expect(await hashes(workspace)).toEqual(await hashes(project));
  expect(await repository.isClean()).toBe(true);
  expect(await sourceBase(workspace, PATH)).toBe(await repository.head());
  expect(await readdir(join(root, 'output'))).toEqual([NAME]);
  await put(workspace, { more: 'more' });
  expect(await repository.commit('More')).toBe(true);
}

/** Everything that a person would find of us in the repository. */
async function expectNoLitter(): Promise<void> {
  expect(await readdir(join(project, '.git', 'worktrees'))).toEqual([NAME]);
  expect(gitIn(project, 'worktree', 'list', '--porcelain')).toContain(`worktree ${workspace}\n`);
  expect(gitIn(project, 'for-each-ref', '--format=%(refname)')).toBe(
    `refs/heads/ccs/${NAME}\nrefs/heads/main`,
  );
  gitIn(project, 'fsck', '--no-dangling');
}

test.each(['before', 'after'] as const)('killed %s any git command of making a worktree', async (when) => {
  const source = { kind: 'folder', path: project } as const;
  await makeRepository(project, { 'a.txt': 'a' });
  const before = await personsView(project);
  let number = 1;
  for (; await dieAt(source, { number, when }); number += 1) {
    await expectWhole(source);
    await expectNoLitter();
    expect(await personsView(project)).toEqual(before);
    await rm(workspace, { recursive: true });
    gitIn(project, 'worktree', 'prune');
    gitIn(project, 'branch', '-D', `ccs/${NAME}`);
  }
  expect(number).toBeGreaterThan(8);
});

test.each([
  ['as it is registered', () => join(project, '.git', 'worktrees', '*')],
  ['as the first files are there', () => join(root, 'output', '.preparing-*', NAME, 'src', '*')],
])('killed in the middle of checking out a worktree, %s', async (_, pattern) => {
  const source = { kind: 'folder', path: project } as const;
  await makeRepository(project, FILES);
  const before = await personsView(project);
  await dieDuring(source, pattern());
  await expectWhole(source);
  await expectNoLitter();
  expect(await personsView(project)).toEqual(before);
});

test.each(['before', 'after'] as const)('killed %s any git command of making a copy', async (when) => {
  const source = { kind: 'folder', path: project } as const;
  await put(project, { 'a.txt': 'a', 'b/c.txt': 'c' });
  let number = 1;
  for (; await dieAt(source, { number, when }); number += 1) {
    await expectWhole(source);
    await rm(workspace, { recursive: true });
  }
  expect(number).toBeGreaterThan(4);
});

test.each(['before', 'after'] as const)('killed %s any git command of a clone', async (when) => {
  await makeRepository(project, { 'a.txt': 'a' });
  const source = { kind: 'git', url: pathToFileURL(project).href, ref: null } as const;
  let number = 1;
  for (; await dieAt(source, { number, when }); number += 1) {
    await expectWhole(source);
    await rm(workspace, { recursive: true });
  }
  expect(number).toBeGreaterThan(4);
});

test.each([
  ['as it gets the history', ['.git', 'objects', '*']],
  ['as it checks out files', ['src', '*']],
])('killed in the middle of a clone, %s', async (_, pattern) => {
  await makeRepository(project, FILES);
  const source = { kind: 'git', url: pathToFileURL(project).href, ref: null } as const;
  const during = join(root, 'output', '.preparing-*', NAME, ...pattern);
  await dieDuring(source, during);
  await expectWhole(source);
});
