import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Bench, openBench, TWO_STEPS } from '../testing/bench.ts';
import { call, inOrder, say, write } from '../testing/play.ts';
import { gitIn, makeRepository } from '../testing/repositories.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
});

const IDEA = 'docs/planning/01_idea.md';
const MARKET = 'docs/planning/02_market.md';
const DONE = say('=== PHASE 1 COMPLETE ===');
const bash = (command: string) => call('Bash', { command });
const trees = (workspace: string, revision: string) =>
  gitIn(workspace, 'ls-tree', '-r', '--name-only', revision).split('\n');

test('outputs are committed although the project ignores them, and nothing else that it ignores', async () => {
  bench = await openBench(
    inOrder(
      say(write(IDEA), write('docs/private.md'), write('docs/planning/other.md')),
      say(write(MARKET), write('kept.md'), write('made.tmp')),
      DONE,
    ),
  );
  const { workspace } = bench;
  await makeRepository(workspace, { '.gitignore': 'docs/\n*.tmp\n' });
  const result = await bench.run();
  expect(result).toMatchObject({ outcome: 'completed', commit: gitIn(workspace, 'rev-parse', 'HEAD') });
  expect(trees(workspace, 'HEAD')).toEqual(['.gitignore', IDEA, MARKET, 'kept.md']);
  const step = gitIn(workspace, 'log', '--format=%H', '--grep=Phase 1.1').split('\n').at(-1) ?? '';
  expect(trees(workspace, step)).toContain(IDEA);
  expect(result.recorder.texts('system').filter((line) => line.includes('commit failed'))).toEqual([]);
});

test('an output in a step without fixed files is committed although it is ignored', async () => {
  const [first, second] = TWO_STEPS.steps;
  if (!first || !second) throw new Error('two steps');
  const any = { kind: 'any', patterns: ['src/**'], label: 'code' } as const;
  const steps = [{ ...first, outputs: [...first.outputs, any] }, second];
  bench = await openBench(inOrder(say(write(IDEA), write(MARKET), write('src/a.ts')), DONE));
  await makeRepository(bench.workspace, { '.gitignore': 'docs/\n' });
  expect(await bench.run({ phase: { ...TWO_STEPS, steps } })).toMatchObject({ outcome: 'completed' });
  expect(trees(bench.workspace, 'HEAD')).toEqual(['.gitignore', IDEA, MARKET, 'src/a.ts']);
});

test('a phase whose work cannot be committed fails: nobody reviews an older commit', async () => {
  bench = await openBench(inOrder(say(write(IDEA)), say(bash('rm -rf .git')), say(write(MARKET)), DONE));
  const result = await bench.run();
  expect(result).toMatchObject({ outcome: 'failed', failure: { code: 'workspace_unavailable' } });
  expect(result.outcome === 'failed' && result.failure.details).toContain('not a git repository');
  expect(await readFile(join(bench.workspace, MARKET), 'utf8')).toContain('Real content');
});
