import type { Idea } from './ideas.ts';
import type { ProjectLook } from './project-look.ts';

/** What runs a project's tests; `plain`: a script that throws. */
export type Runner = 'node' | 'vitest' | 'jest' | 'mocha' | 'ava' | 'tape' | 'tap' | 'plain';

/** The runner, from a test of the project and its manifest. */
export function runnerOf({ test, manifest }: ProjectLook): Runner {
  const text = test?.lines.join('\n') ?? '';
  const script = testScript(manifest);
  if (/['"]node:test['"]|require\(['"]test['"]\)/.test(text)) return 'node';
  for (const runner of ['vitest', 'ava', 'tape', 'tap'] as const) {
    if (new RegExp(`['"]${runner}['"]`).test(text)) return runner;
  }
  if (/\bvitest\b/.test(script)) return 'vitest';
  if (/\bjest\b/.test(script) || text.includes('@jest/globals')) return 'jest';
  if (/\bmocha\b/.test(script)) return 'mocha';
  if (/\bnode\b.*--test\b/.test(script) || test === undefined) return 'node';
  return /^\s*(?:describe|it|test)\(/m.test(text) ? 'jest' : 'plain';
}

/** The command of `npm test`; empty when there is none. */
export function testScript(manifest: Record<string, unknown>): string {
  const scripts = manifest['scripts'] as Record<string, unknown> | undefined;
  const test = scripts?.['test'];
  return typeof test === 'string' && !test.includes('no test specified') ? test : '';
}

/** The lines of a test of an idea, with two spaces, single quotes and semicolons. `from` is the way to the function. */
export function testLines(idea: Idea, runner: Runner, isModule: boolean, from: string): string[] {
  const bring = (names: string, module: string): string =>
    isModule ? `import ${names} from '${module}';` : `const ${names} = require('${module}');`;
  const own = bring(`{ ${idea.name} }`, from);
  const assert = bring('assert', isModule ? 'node:assert/strict' : 'node:assert');
  const assertion = ({ call, gives }: Idea['cases'][number]): string =>
    isModule ? `assert.equal(${call}, ${gives});` : `assert.strictEqual(${call}, ${gives});`;
  const each = (
    open: (title: string) => string,
    inside: (one: Idea['cases'][number]) => string[],
  ): string[] =>
    idea.cases.flatMap((one) => ['', open(one.title), ...inside(one).map((line) => `  ${line}`), '});']);
  const named = (title: string): string => `'${idea.name}: ${title}'`;
  switch (runner) {
    case 'node':
      return [
        assert,
        bring('{ test }', 'node:test'),
        own,
        ...each(
          (title) => `test(${named(title)}, () => {`,
          (one) => [assertion(one)],
        ),
      ];
    case 'vitest':
    case 'jest': {
      const head = runner === 'vitest' ? [bring('{ expect, test }', 'vitest'), own] : [own];
      return [
        ...head,
        ...each(
          (title) => `test(${named(title)}, () => {`,
          ({ call, gives }) => [`expect(${call}).toBe(${gives});`],
        ),
      ];
    }
    case 'mocha':
      return [
        assert,
        own,
        '',
        `describe('${idea.name}', () => {`,
        ...each(
          (title) => `it('${title}', () => {`,
          (one) => [assertion(one)],
        )
          .slice(1)
          .map((line) => (line === '' ? '' : `  ${line}`)),
        '});',
      ];
    case 'ava':
      return [
        bring('test', 'ava'),
        own,
        ...each(
          (title) => `test(${named(title)}, t => {`,
          ({ call, gives }) => [`t.is(${call}, ${gives});`],
        ),
      ];
    case 'tape':
    case 'tap':
      return [
        runner === 'tap' ? bring('{ test }', 'tap') : bring('test', 'tape'),
        own,
        ...each(
          (title) => `test(${named(title)}, (t) => {`,
          ({ call, gives }) => [`t.equal(${call}, ${gives});`, 't.end();'],
        ),
      ];
    case 'plain':
      return [assert, own, '', ...idea.cases.map(assertion)];
  }
}
