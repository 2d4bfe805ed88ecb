import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gitIn, hashes, put } from '../../testing/repositories.ts';
import { openWorkspace } from '../workspace-repository.ts';
import { copyFolder } from './copy-folder.ts';

const PATH = process.env['PATH'];
let root = '';
let project = '';
let workspace = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ccs-copy-'));
  project = join(root, 'project');
  workspace = join(root, 'output', 'workspace-1a2b3c4d');
  await mkdir(project);
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function open(): Promise<string[]> {
  const notes: string[] = [];
  const source = { kind: 'folder', path: project } as const;
  await openWorkspace(workspace, PATH, { source, onNote: (note) => notes.push(note.en) });
  return notes;
}

test('a plain folder is copied whole and committed, and stays as it is', async () => {
  await put(project, {
    'a.txt': 'one',
    '.env': 'KEY=1',
    'run.sh': '#!/bin/sh\n',
    'with "odd"\nname — 한글.txt': 'x',
    'node_modules/x/index.js': 'x',
    'deep/node_modules/y.js': 'x',
    'deep/.git/config': 'x',
    'deep/b.txt': 'b',
  });
  await chmod(join(project, 'run.sh'), 0o755);
  await mkdir(join(project, 'empty'));
  const before = await hashes(project);
  const notes = await open();
  const {
    'node_modules/x/index.js': _1,
    'deep/node_modules/y.js': _2,
    'deep/.git/config': _3,
    ...kept
  } = before;
  expect(await hashes(workspace)).toEqual(kept);
  expect(await hashes(project)).toEqual(before);
  expect(gitIn(workspace, 'ls-files', '-z').split('\0').filter(Boolean)).toEqual([
    'a.txt',
    'deep/b.txt',
    'run.sh',
    'with "odd"\nname — 한글.txt',
  ]);
  expect(gitIn(workspace, 'log', '--format=%an: %s')).toBe('Claude Code Server: Import of project');
  expect(gitIn(workspace, 'rev-parse', 'refs/worktree/ccs/base')).toBe(gitIn(workspace, 'rev-parse', 'HEAD'));
  expect(notes).toEqual([expect.stringContaining('5 files')]);
});

test('no link leads from the copy to anything outside it, and no pipe is read', async () => {
  await put(root, { 'secret.txt': 'secret' });
  await put(project, { 'in/a.txt': 'a' });
  const links: readonly (readonly [string, string])[] = [
    ['inside', 'in/a.txt'],
    ['in/up', '../in'],
    ['dangling', 'nothing'],
    ['outside', '../secret.txt'],
    ['absolute', join(root, 'secret.txt')],
    ['absolute-inside', join(project, 'in/a.txt')],
    ['around', '../project/in/a.txt'],
    ['in/through', 'up/../../../secret.txt'],
    ['hop', 'outside'],
  ];
  for (const [name, target] of links) await symlink(target, join(project, name));
  execFileSync('mkfifo', [join(project, 'pipe')]);
  const notes = await open();
  expect(Object.keys(await hashes(workspace)).sort()).toEqual([
    'around',
    'dangling',
    'in/a.txt',
    'in/up',
    'inside',
  ]);
  expect(notes.join('\n')).toMatch(/Not copied: 5 links.*\n.*Not copied: 1 sockets, pipes or devices/);
});

test('an empty folder is a project, too', async () => {
  await open();
  expect(gitIn(workspace, 'rev-list', '--count', 'HEAD')).toBe('1');
});

test.each([
  ['files', { bytes: 1000, files: 3 }],
  ['bytes', { bytes: 3, files: 1000 }],
])('what has too many %s is refused before anything is copied', async (_, limits) => {
  await put(project, { a: 'a', b: 'b', c: 'c', d: 'd' });
  const making = { folder: workspace, name: 'x', PATH, signal: undefined, onNote: () => undefined };
  await expect(copyFolder(project, making, limits)).rejects.toThrow(/holds more than .* files or .* GiB/);
  await expect(readdir(workspace)).rejects.toThrow('ENOENT');
});

test('a copy that would hold itself is refused', async () => {
  workspace = join(project, 'output', 'x-1a2b3c4d');
  await expect(open()).rejects.toThrow(/would lie inside/);
});

test('a stop ends the copying, and nothing is left of it', async () => {
  await put(project, { a: 'a' });
  const opening = openWorkspace(workspace, PATH, {
    source: { kind: 'folder', path: project },
    signal: AbortSignal.abort(),
  });
  await expect(opening).rejects.toThrow(/Stopped/);
  expect(await readdir(join(root, 'output'))).toEqual([]);
});

test('what the agent did is never replaced by a new copy, also when the folder is gone', async () => {
  await put(project, { a: 'a' });
  await open();
  await put(workspace, { a: 'changed' });
  await rm(join(workspace, '.git'), { recursive: true });
  await rm(project, { recursive: true });
  await open();
  expect(await readFile(join(workspace, 'a'), 'utf8')).toBe('changed');
});
