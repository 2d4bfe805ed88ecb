import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { PhaseDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import { findPhase } from '@ccs/core/vocabulary/pipelines/registry';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectOutputs } from './collect-outputs.ts';
import { fileKind } from './file-kind.ts';
import { GitMissingError } from './git.ts';
import { globToRegExp } from './glob.ts';
import { listFiles } from './list-files.ts';
import { missingOutputs } from './outputs.ts';
import { isPassing, openWorkspace } from './workspace-repository.ts';

const PATH = process.env['PATH'];
let root = '';
let workspace = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ccs-workspace-'));
  workspace = join(root, 'new', 'workspace');
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, content = 'x'): Promise<void> {
  await mkdir(dirname(join(workspace, path)), { recursive: true });
  await writeFile(join(workspace, path), content);
}

function fail(message: string): never {
  throw new Error(message);
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: workspace, encoding: 'utf8' }).trim();
}

test('commits what it is told, in its own name, and says when there is nothing', async () => {
  const repository = await openWorkspace(workspace, PATH);
  expect(await repository.commit('empty')).toBe(false);
  await put('a.md');
  await put('b.md');
  expect(await repository.commit('Phase 1.1: A', { paths: ['a.md'] })).toBe(true);
  expect(git('status', '--short')).toBe('?? b.md');
  expect(await repository.commit('Phase 1.2: B')).toBe(true);
  expect(await repository.commit('Phase 1.2: B')).toBe(false);
  expect(git('log', '--format=%an|%ae|%cn|%s')).toBe(
    [
      'Claude Code Server|noreply@claude-code-server.local|Claude Code Server|Phase 1.2: B',
      'Claude Code Server|noreply@claude-code-server.local|Claude Code Server|Phase 1.1: A',
    ].join('\n'),
  );
});

test('neither the configuration of the workspace nor its hooks change a commit', async () => {
  const repository = await openWorkspace(workspace, PATH);
  git('config', 'user.name', 'Somebody');
  git('config', 'commit.gpgsign', 'true');
  await mkdir(join(workspace, '.git', 'hooks'), { recursive: true });
  await writeFile(join(workspace, '.git', 'hooks', 'pre-commit'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  await put('a.md');
  expect(await repository.commit('A')).toBe(true);
  expect(git('log', '--format=%an')).toBe('Claude Code Server');
});

test('commits asked for at the same time come one after the other', async () => {
  const repository = await openWorkspace(workspace, PATH);
  const names = ['a', 'b', 'c', 'd', 'e'];
  for (const name of names) await put(`${name}.md`);
  await Promise.all(names.map((name) => repository.commit(name, { paths: [`${name}.md`] })));
  expect(git('log', '--reverse', '--format=%s').split('\n')).toEqual(names);
});

test('never commits dependencies or .env, without touching the project’s .gitignore', async () => {
  const repository = await openWorkspace(workspace, PATH);
  await put('node_modules/x/index.js');
  await put('.env', 'SECRET=1');
  await put('index.js');
  await repository.commit('all');
  expect(git('ls-files')).toBe('index.js');
});

test('a step has a commit although nothing changed, or the project ignores what it wrote', async () => {
  const repository = await openWorkspace(workspace, PATH);
  await put('.gitignore', 'docs/\n');
  await put('docs/a.md');
  expect(await repository.commit('ignored', { paths: ['docs/a.md'], allowEmpty: true })).toBe(true);
  expect(await repository.commit('again', { allowEmpty: true })).toBe(true);
  expect(await repository.commit('nothing')).toBe(false);
  expect(git('log', '--format=%s')).toBe('again\nignored');
  expect(git('ls-files')).toBe('.gitignore');
});

test.each([
  [`fatal: Unable to create '/w/.git/index.lock': File exists.`, true],
  [`fatal: unable to stat 'tmp17': No such file or directory`, true],
  [`error: open("tmp17"): No such file or directory\nfatal: adding files failed`, true],
  [`fatal: not a git repository: '/w/.git'`, false],
  [`fatal: pathspec 'docs/a.md' did not match any files`, false],
])('is %s tried again: %s', (stderr, expected) => {
  expect(isPassing({ exitCode: 128, stdout: '', stderr })).toBe(expected);
});

test('a commit waits for a git that holds the lock', async () => {
  const repository = await openWorkspace(workspace, PATH);
  const lock = join(workspace, '.git', 'index.lock');
  await put('a.md');
  await writeFile(lock, '');
  const unlock = setTimeout(250).then(() => rm(lock));
  expect(await repository.commit('A')).toBe(true);
  await unlock;
});

test('a repository that is there stays, and a lock that a killed process left goes', async () => {
  const first = await openWorkspace(workspace, PATH);
  await put('a.md');
  await first.commit('A');
  await writeFile(join(workspace, '.git', 'index.lock'), '');
  const second = await openWorkspace(workspace, PATH);
  await put('b.md');
  expect(await second.commit('B')).toBe(true);
  expect(git('log', '--format=%s')).toBe('B\nA');
});

test('a workspace that lost its repository does not commit to the one around it', async () => {
  execFileSync('git', ['init', '-q', root]);
  const repository = await openWorkspace(workspace, PATH);
  await put('a.md');
  await rm(join(workspace, '.git'), { recursive: true });
  await expect(repository.commit('A')).rejects.toThrow(/not a git repository/);
  expect(execFileSync('git', ['status', '--short'], { cwd: root, encoding: 'utf8' })).toBe('?? new/\n');
});

test('without git', async () => {
  await expect(openWorkspace(workspace, root)).rejects.toThrow(GitMissingError);
});

test('the outputs of development are what changed since it began', async () => {
  const development = findPhase('create_app', 3) as PhaseDefinition;
  const repository = await openWorkspace(workspace, PATH);
  await put('docs/planning/01_idea.md');
  await repository.commit('Phase 1');
  await repository.markPhaseStart(3);
  await put('src/app.ts', 'code');
  await put('package.json', '{}');
  await put('test/app.test.ts', 'test');
  await put('README.md', '# Readme');
  await put('node_modules/x.js');
  await put('with "odd" näme.ts');
  await repository.commit('Phase 3');
  await repository.markPhaseStart(3);
  expect(await collectOutputs(workspace, development, repository, fail)).toEqual([
    { path: 'README.md', kind: 'document', sizeBytes: 8 },
    { path: 'package.json', kind: 'config', sizeBytes: 2 },
    { path: 'src/app.ts', kind: 'code', sizeBytes: 4 },
    { path: 'test/app.test.ts', kind: 'test', sizeBytes: 4 },
    { path: 'with "odd" näme.ts', kind: 'code', sizeBytes: 1 },
  ]);
});

test('outputs are missing while they are absent, empty, folders or links that lead outside', async () => {
  const outputs = [
    { kind: 'file', path: 'absent.md' },
    { kind: 'file', path: 'empty.md' },
    { kind: 'file', path: 'folder.md' },
    { kind: 'file', path: 'outside.md' },
    { kind: 'file', path: 'here.md' },
    { kind: 'any', label: 'tests', patterns: ['**/*.test.*'] },
    { kind: 'any', label: 'manifest', patterns: ['**/package.json', 'index.html'] },
    { kind: 'any', label: 'go', patterns: ['**/go.mod'] },
  ] as const;
  await put('empty.md', '');
  await put('folder.md/x', '');
  await put('here.md');
  await put('src/deep/x.test.ts');
  await put('node_modules/y/go.mod');
  await put('index.html');
  await writeFile(join(root, 'secret.md'), 'x');
  await symlink(join(root, 'secret.md'), join(workspace, 'outside.md'));
  const missing = await missingOutputs(workspace, outputs);
  expect(missing.map((output) => (output.kind === 'file' ? output.path : output.label))).toEqual([
    'absent.md',
    'empty.md',
    'folder.md',
    'outside.md',
    'go',
  ]);
});

test('files are listed without build folders and without following links to folders', async () => {
  await put('a.md');
  await put('src/b.ts');
  await put('dist/c.js');
  await symlink('src', join(workspace, 'linked'));
  await symlink('a.md', join(workspace, 'z.md'));
  const found: string[] = [];
  for await (const path of listFiles(workspace)) found.push(path);
  expect(found).toEqual(['a.md', 'z.md', 'src/b.ts']);
  expect(await readFile(join(workspace, 'linked', 'b.ts'), 'utf8')).toBe('x');
});

test.each([
  ['**/package.json', 'package.json', true],
  ['**/package.json', 'a/b/package.json', true],
  ['**/package.json', 'xpackage.json', false],
  ['index.html', 'a/index.html', false],
  ['**/*.test.*', 'a.test.ts', true],
  ['**/*.test.*', 'a/b.test.ts', true],
  ['**/tests/**', 'tests/a/b', true],
  ['**/tests/**', 'a/tests/b', true],
  ['**/tests/**', 'mytests/b', false],
  ['*.md', 'a/b.md', false],
  ['a+(b).md', 'a+(b).md', true],
])('glob %s on %s: %s', (pattern, path, expected) => {
  expect(globToRegExp(pattern).test(path)).toBe(expected);
});

test('a glob without stars matches only itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const pattern = a.replaceAll('*', '');
      expect(globToRegExp(pattern).test(pattern)).toBe(true);
      if (b !== pattern) expect(globToRegExp(pattern).test(b)).toBe(false);
    }),
  );
});

test.each([
  ['docs/planning/01_idea.md', 'document'],
  ['src/app.ts', 'code'],
  ['test/app.test.js', 'test'],
  ['tests/helpers.js', 'test'],
  ['test_app.py', 'test'],
  ['package.json', 'config'],
  ['.gitignore', 'config'],
  ['vite.config.ts', 'config'],
  ['requirements.txt', 'config'],
  ['public/logo.svg', 'asset'],
])('%s is %s', (path, kind) => {
  expect(fileKind(path)).toBe(kind);
});
