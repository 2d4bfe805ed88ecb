import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PhaseDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import { findPhase } from '@ccs/core/vocabulary/pipelines/registry';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectOutputs } from './collect-outputs.ts';
import { openWorkspace } from './workspace-repository.ts';

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

test.each([
  ['its own', () => undefined],
  ['elsewhere', () => git('init', '-q', '--separate-git-dir', join(root, 'elsewhere'))],
])('no program that a git configuration (%s) names runs for a commit', async (_, move) => {
  const repository = await openWorkspace(workspace, PATH);
  move();
  const spy = join(root, 'spy.sh');
  const ran = join(root, 'ran');
  await writeFile(spy, `#!/bin/sh\necho "$0 $*" >> '${ran}'\ncat\n`, { mode: 0o755 });
  await put('.gitattributes', '*.md filter=spy diff=spy\n*.txt filter=more\n');
  const more = join(root, 'more.config');
  await writeFile(more, `[filter "more"]\n\tclean = ${spy}\n`);
  for (const [key, value] of [
    ['core.fsmonitor', spy],
    ['gpg.program', spy],
    ['commit.gpgsign', 'true'],
    ['diff.external', spy],
    ['diff.spy.command', spy],
    ['diff.spy.textconv', spy],
    ['filter.spy.clean', spy],
    ['filter.spy.process', spy],
    ['filter.spy.required', 'true'],
    ['include.path', more],
  ] as const) {
    git('config', key, value);
  }
  await put('a.md', 'one');
  await put('b.txt', 'one');
  expect(await repository.commit('A')).toBe(true);
  await repository.markPhaseStart(2);
  await put('a.md', 'two');
  await repository.commit('B');
  expect(await repository.changedSince(2)).toEqual(['a.md']);
  expect(await readFile(ran, 'utf8').catch(() => 'nothing ran')).toBe('nothing ran');
});

test('says whether everything is committed', async () => {
  const repository = await openWorkspace(workspace, PATH);
  expect(await repository.isClean()).toBe(true);
  await put('a.md');
  expect(await repository.isClean()).toBe(false);
  await repository.commit('A');
  await put('node_modules/x.js');
  expect(await repository.isClean()).toBe(true);
  await put('a.md', 'changed');
  expect(await repository.isClean()).toBe(false);
  await rm(join(workspace, '.git'), { recursive: true });
  expect(await repository.isClean()).toBe(false);
});

test('names its commit and the one before a phase, also after a repeated start', async () => {
  const repository = await openWorkspace(workspace, PATH);
  await repository.markPhaseStart(1);
  expect(await repository.head()).toBeNull();
  expect(await repository.phaseBase(1)).toBeNull();
  await put('a.md');
  await repository.commit('Phase 1');
  const first = git('rev-parse', 'HEAD');
  expect(first).toMatch(/^[0-9a-f]{40}$/);
  expect(await repository.head()).toBe(first);
  await repository.markPhaseStart(2);
  await put('b.md');
  await repository.commit('Phase 2');
  await repository.markPhaseStart(2);
  expect(await repository.phaseBase(2)).toBe(first);
  expect(await repository.phaseBase(1)).toBeNull();
  expect(await repository.head()).toBe(git('rev-parse', 'HEAD'));
  await rm(join(workspace, '.git'), { recursive: true });
  expect(await repository.head()).toBeNull();
});

test('a message is one line', async () => {
  const repository = await openWorkspace(workspace, PATH);
  await put('a.md');
  await repository.commit('Phase 1.1: A\n\n# title\r\nmore ');
  expect(git('log', '--format=%B')).toBe('Phase 1.1: A # title more');
});

test('without its repository, a phase still has outputs: all files', async () => {
  const development = findPhase('create_app', 3) as PhaseDefinition;
  const repository = await openWorkspace(workspace, PATH);
  await put('README.md', '# Readme');
  await put('src/app.ts', 'code');
  await put('node_modules/x.js');
  await rm(join(workspace, '.git'), { recursive: true });
  const problems: string[] = [];
  const outputs = await collectOutputs(workspace, development, repository, (message) =>
    problems.push(message),
  );
  expect(outputs.map(({ path }) => path)).toEqual(['README.md', 'src/app.ts']);
  expect(problems).toEqual([expect.stringContaining('not a git repository')]);
});

test.each([
  ['without a commit', () => undefined],
  [
    'with a commit',
    () => {
      git('-C', 'app', 'add', '-A');
      git('-C', 'app', '-c', 'user.name=a', '-c', 'user.email=b', 'commit', '-qm', 'Initial commit');
    },
  ],
  [
    'that the agent recorded itself',
    () => {
      git('-C', 'app', 'add', '-A');
      git('-C', 'app', '-c', 'user.name=a', '-c', 'user.email=b', 'commit', '-qm', 'Initial commit');
      git('add', '-A', 'app');
      git('-c', 'user.name=a', '-c', 'user.email=b', 'commit', '-qm', 'All of it');
    },
  ],
])('the code of a repository inside the workspace %s is committed, and an output', async (_, work) => {
  const development = findPhase('create_app', 3) as PhaseDefinition;
  const repository = await openWorkspace(workspace, PATH);
  await put('docs/a.md');
  await repository.commit('Phase 1');
  await repository.markPhaseStart(3);
  await put('app/.aaa', 'SECRET=1');
  await put('app/.env', 'SECRET=1');
  await put('app/.gitignore', '.aaa\n.gitignore\ndist/\n');
  await put('app/page.ts', 'code');
  await put('app/with "odd" näme.ts');
  await put('server.ts', 'code');
  await mkdir(join(workspace, 'empty'));
  git('init', '-q', 'app');
  git('init', '-q', 'empty');
  work();
  await repository.commit('Phase 3.0', { paths: ['app/with "odd" näme.ts'], allowEmpty: true });
  expect(await repository.commit('Phase 3.1', { allowEmpty: true })).toBe(true);
  const committed = () => git('-c', 'core.quotePath=false', 'ls-tree', '-r', '--name-only', 'HEAD');
  expect(committed()).toBe('app/page.ts\n"app/with \\"odd\\" näme.ts"\ndocs/a.md\nserver.ts');
  await put('app/deep/more.ts', 'code');
  expect(await repository.commit('Phase 3.2', { paths: ['app/deep/more.ts'] })).toBe(true);
  await rm(join(workspace, 'app', 'page.ts'));
  expect(await repository.commit('Phase 3')).toBe(true);
  const outputs = await collectOutputs(workspace, development, repository, fail);
  expect(outputs.map(({ path }) => path)).toEqual([
    'app/deep/more.ts',
    'app/with "odd" näme.ts',
    'server.ts',
  ]);
  expect(await readFile(join(workspace, 'app', '.git', 'HEAD'), 'utf8')).toMatch(/^ref: /);
});
