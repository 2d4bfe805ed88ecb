import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CheckBench, openCheckBench } from '../testing/check-bench.ts';
import { withRealEvidence } from './check-evidence.ts';
import { decideReadOnly } from './read-only-policy.ts';
import { readVerdicts, verdictsJsonSchema } from './verdict-schema.ts';

let bench: CheckBench;
beforeEach(async () => {
  bench = await openCheckBench();
});
afterEach(() => bench.close());

const evidence = (path: string, line: number | null = 1) => ({ path, line, text: 'x' });

test('evidence that cannot be looked up is dropped; the verdict stays', async () => {
  await bench.put('a.md', 'one\ntwo');
  const result = await withRealEvidence(bench.workspace, {
    key: 'k',
    verdict: 'fail',
    checkedBy: 'verifier',
    reason: 'r',
    evidence: [
      evidence('a.md', 2),
      evidence('./a.md', 99),
      evidence(`${bench.workspace}/a.md`, null),
      evidence('b.md'),
      evidence('../x'),
      evidence('/etc/passwd'),
      evidence(''),
      evidence('.'),
      evidence('a\0b'),
    ],
    advice: 'a',
  });
  expect(result.evidence).toEqual([evidence('a.md', 2), evidence('a.md', null), evidence('a.md', null)]);
  expect(result.verdict).toBe('fail');
});

test('a line that was miscounted is found by its words', async () => {
  await bench.put('a.md', 'same\nother\nfar\nsame\nx\n');
  const at = async (line: number | null, text: string) => {
    const result = await withRealEvidence(bench.workspace, {
      key: 'k',
      verdict: 'fail',
      checkedBy: 'verifier',
      reason: 'r',
      evidence: [{ path: 'a.md', line, text }],
      advice: null,
    });
    return result.evidence[0]?.line;
  };
  expect(await at(2, 'other')).toBe(2);
  expect(await at(5, ' other ')).toBe(2);
  expect(await at(3, 'same')).toBe(4);
  expect(await at(2, 'same')).toBe(1);
  expect(await at(99, 'far')).toBe(3);
  expect(await at(99, 'what nobody wrote')).toBe(null);
  expect(await at(2, 'what nobody wrote')).toBe(2);
  expect(await at(null, 'far')).toBe(null);
});

const verdict = (key: string, changes: object = {}) => ({
  key,
  verdict: 'pass',
  reason: 'r',
  evidence: [],
  advice: null,
  ...changes,
});

test('verdicts come back in the order of the criteria; a pass has no advice', () => {
  expect(
    readVerdicts(
      { criteria: [verdict('b', { advice: 'x' }), verdict('a', { verdict: 'fail', advice: 'y' })] },
      ['a', 'b'],
    ),
  ).toMatchObject([
    { key: 'a', verdict: 'fail', advice: 'y', checkedBy: 'verifier' },
    { key: 'b', verdict: 'pass', advice: null },
  ]);
});

test.each([
  ['nothing', undefined],
  ['text', 'pass'],
  ['another shape', { a: 'pass' }],
  ['a criterion is missing', { criteria: [verdict('a')] }],
  ['a criterion twice', { criteria: [verdict('a'), verdict('b'), verdict('a')] }],
  ['an unknown criterion', { criteria: [verdict('a'), verdict('b'), verdict('c')] }],
  ['an unknown verdict', { criteria: [verdict('a'), verdict('b', { verdict: 'maybe' })] }],
  ['no reason', { criteria: [verdict('a'), verdict('b', { reason: '' })] }],
  ['a line 0', { criteria: [verdict('a'), verdict('b', { evidence: [evidence('a.md', 0)] })] }],
  ['more than was asked', { criteria: [verdict('a'), verdict('b', { score: 9 })] }],
])('no verdict: %s', (_, answer) => {
  expect(readVerdicts(answer, ['a', 'b'])).toMatchObject({ problem: expect.any(String) });
});

test('the schema for Claude Code names the criteria', () => {
  expect(JSON.stringify(verdictsJsonSchema(['a', 'b']))).toContain('"enum":["a","b"]');
});

test.each([
  ['Read', { file_path: 'a.md' }, 'allow'],
  ['Read', { file_path: '/etc/passwd' }, 'deny'],
  ['Read', { file_path: '../x' }, 'deny'],
  ['Read', { file_path: '~/.ssh/id_rsa' }, 'deny'],
  ['Read', { file_path: 7 }, 'deny'],
  ['Glob', { pattern: '**/*.md' }, 'allow'],
  ['Glob', { pattern: 'docs/*.md', path: '.' }, 'allow'],
  ['Glob', { pattern: '/etc/*' }, 'deny'],
  ['Glob', { pattern: '../*' }, 'deny'],
  ['Glob', { pattern: '*/../../*' }, 'deny'],
  ['Glob', { pattern: '*', path: '/' }, 'deny'],
  ['Grep', { pattern: '../..' }, 'allow'],
  ['Grep', { pattern: 'x', path: '/etc' }, 'deny'],
  ['Bash', { command: 'ls' }, 'deny'],
  ['Write', { file_path: 'a.md' }, 'deny'],
  ['mcp__x__y', {}, 'deny'],
  ['StructuredOutput', {}, 'allow'],
])('%s %j: %s', async (tool, input, behavior) => {
  await bench.put('docs/a.md', 'x');
  expect(decideReadOnly({ tool, input }, { workspace: bench.workspace, home: '/home/x' })).toMatchObject({
    behavior,
  });
});
