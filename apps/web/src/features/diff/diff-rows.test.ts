import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DiffLine, diffRows, lineOf, sideBySide, sourceRows } from './diff-rows.ts';

/** What git says, from the first `@@` on. */
function gitDiff(before: string, after: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ccs-diff-'));
  try {
    writeFileSync(join(folder, 'a'), before);
    writeFileSync(join(folder, 'b'), after);
    execFileSync('git', ['diff', '--no-index', '--', 'a', 'b'], {
      cwd: folder,
    });
    return '';
  } catch (error) {
    const { stdout } = error as { stdout: Buffer };
    const text = stdout.toString();
    return text.slice(text.indexOf('@@'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const shown = (line: DiffLine | null) =>
  line && `${line.change === 'add' ? '+' : line.change === 'del' ? '-' : ' '}${line.text}`;
const linesIn = (patch: string) => diffRows(patch).flatMap((row) => (row.kind === 'line' ? [row.line] : []));

test('reads lines with their numbers, before and after', () => {
  const patch = gitDiff('one\ntwo\nthree\n', 'one\nTWO\nthree\nfour\n');
  expect(linesIn(patch).map((line) => [shown(line), line.before, line.after])).toEqual([
    [' one', 1, 1],
    ['-two', 2, null],
    ['+TWO', null, 2],
    [' three', 3, 3],
    ['+four', null, 4],
  ]);
});

test('lines that look like the head of a diff are lines', () => {
  const patch = gitDiff('-- a/x\n@@ -1 +1 @@\n', '++ b/x\n\\ No newline at end of file\n\n');
  expect(linesIn(patch).map(shown)).toEqual([
    '--- a/x',
    '-@@ -1 +1 @@',
    '+++ b/x',
    '+\\ No newline at end of file',
    '+',
  ]);
});

test('says where a file ends without a line break', () => {
  const lines = linesIn(gitDiff('a\n', 'a\nb'));
  expect(lines.map((line) => [shown(line), line.isUnended])).toEqual([
    [' a', false],
    ['+b', true],
  ]);
});

test('puts what replaced a line beside it, and leaves gaps', () => {
  const rows = sideBySide(diffRows(gitDiff('a\nb\nc\nd\n', 'a\nB\nd\ne\n')));
  expect(rows.slice(1).map((row) => row.kind === 'pair' && [shown(row.left), shown(row.right)])).toEqual([
    [' a', ' a'],
    ['-b', '+B'],
    ['-c', null],
    [' d', ' d'],
    [null, '+e'],
  ]);
  expect(rows.map(lineOf)).toEqual([null, 1, 2, null, 3, 4]);
});

test('a source has one row per line, whatever ends it', () => {
  expect(sourceRows('a\r\n\nb').map((row) => row.kind === 'line' && row.line.text)).toEqual(['a', '', 'b']);
  expect(sourceRows('')).toEqual([]);
});

test('from any diff both files can be put together again', () => {
  const file = fc.array(fc.constantFrom('a', 'b', '', '-- x', '++ y', '@@ -1 +1 @@', 'diff --git'), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(file, file, (before, after) => {
      const patch = gitDiff(
        before.map((line) => `${line}\n`).join(''),
        after.map((line) => `${line}\n`).join(''),
      );
      const lines = linesIn(patch);
      for (const [side, all] of [
        ['before', before],
        ['after', after],
      ] as const) {
        for (const line of lines) {
          const number = line[side];
          if (number !== null) expect(line.text).toBe(all[number - 1]);
        }
      }
      const paired = sideBySide(diffRows(patch)).flatMap((row) => (row.kind === 'pair' ? [row] : []));
      expect(paired.flatMap(({ right }) => right?.after ?? [])).toEqual(
        lines.flatMap(({ after: line }) => line ?? []),
      );
      expect(paired.flatMap(({ left }) => left?.before ?? [])).toEqual(
        lines.flatMap(({ before: line }) => line ?? []),
      );
    }),
    { numRuns: 60 },
  );
});
