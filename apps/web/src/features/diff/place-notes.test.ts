import { expect, test } from 'vitest';
import { diffRows, sideBySide, sourceRows } from './diff-rows.ts';
import { choose, isWithin, linesOfText, rangeOf, rangeText } from './line-range.ts';
import { placeNotes } from './place-notes.ts';

const PATCH = '@@ -1,2 +1,3 @@\n a\n-b\n+B\n+c\n';
const kinds = (rows: readonly { kind: string; line?: unknown }[]) =>
  rows.map((row) => (row.kind === 'note' ? `note ${String(row.line)}` : row.kind));

test('a note stands below its line, and what the diff leaves out is told', () => {
  const { placed, missing } = placeNotes(diffRows(PATCH), new Set([2, 40]));
  expect(kinds(placed)).toEqual(['hunk', 'line', 'line', 'line', 'note 2', 'line']);
  expect(missing).toEqual([40]);
});

test('side by side, too, and in a source', () => {
  expect(kinds(placeNotes(sideBySide(diffRows(PATCH)), new Set([2])).placed)).toEqual([
    'hunk',
    'pair',
    'pair',
    'note 2',
    'pair',
  ]);
  expect(kinds(placeNotes(sourceRows('a\nb'), new Set([1])).placed)).toEqual(['line', 'note 1', 'line']);
});

test('a choice of lines reaches up as well as down from where it began', () => {
  const begun = choose(null, 5, true);
  expect(rangeOf(begun)).toEqual({ from: 5, to: 5 });
  expect(rangeOf(choose(begun, 8, true))).toEqual({ from: 5, to: 8 });
  expect(rangeOf(choose(choose(begun, 8, true), 2, true))).toEqual({ from: 2, to: 5 });
  expect(rangeOf(choose(begun, 8, false))).toEqual({ from: 8, to: 8 });
});

test('knows what lies within, and says a range', () => {
  expect([1, 2, 4, null].map((line) => isWithin({ from: 2, to: 3 }, line))).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect(isWithin(null, 1)).toBe(false);
  expect([rangeText(3, 3), rangeText(3, null), rangeText(3, 5)]).toEqual(['3', '3', '3–5']);
  expect(linesOfText('a\nb\nc\n', { from: 2, to: 3 })).toBe('b\nc');
});
