import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptAt, findAnchor } from './anchors.ts';

const FILE = 'one\ntwo\n\nthree\ntwo\nfour\n';

test.each([
  [1, 1, 'one'],
  [2, 4, 'two\n\nthree'],
  [3, 3, ''],
  [6, 6, 'four'],
  [6, 99, 'four'],
  [7, 7, null],
  [0, 1, null],
  [3, 2, null],
])('the excerpt of lines %i to %i', (start, end, expected) => {
  expect(excerptAt(FILE, start, end)).toBe(expected);
});

test('an excerpt has at most 200 lines and 4 KiB, and no half characters', () => {
  const long = '한'.repeat(100);
  const many = Array.from({ length: 500 }, (_, n) => `${n}`).join('\n');
  expect(excerptAt(many, 1, 500)?.split('\n')).toHaveLength(200);
  expect(excerptAt(`${long}\n`.repeat(100), 1, 100)).toBe(Array(13).fill(long).join('\n'));
  expect(excerptAt('한'.repeat(5000), 1, 1)).toBe('한'.repeat(1365));
  expect(excerptAt('', 1, 1)).toBeNull();
  expect(excerptAt('a\r\nb\r\n', 1, 2)).toBe('a\nb');
});

test.each([
  ['same place', FILE, 2, 2, 'two', 2, false],
  ['the nearest', FILE, 4, 4, 'two', 5, false],
  ['the earlier of two equally near', 'two\nx\ntwo', 2, 2, 'two', 1, false],
  ['white space at line ends', 'a\r\nb  \nc', 1, 2, 'a \nb', 1, false],
  ['beyond the end', 'x\ntwo', 40, 40, 'two', 2, false],
  ['gone', FILE, 2, 3, 'two\nthree', 2, true],
  ['an empty file', '', 1, 1, 'a', 1, true],
])('finds: %s', (_, content, start, end, excerpt, foundAt, stale) => {
  expect(findAnchor(content, { startLine: start, endLine: end, excerpt })).toMatchObject({
    startLine: foundAt,
    stale,
  });
});

test('what was too long to keep whole is found by what was kept', () => {
  const many = Array.from({ length: 500 }, (_, n) => `line ${n}`).join('\n');
  const excerpt = excerptAt(many, 10, 400) ?? '';
  expect(findAnchor(`new\n${many}`, { startLine: 10, endLine: 400, excerpt })).toEqual({
    startLine: 11,
    endLine: 401,
    stale: false,
  });
  const wide = `${'x'.repeat(9000)}\n`;
  const cut = excerptAt(wide, 1, 1) ?? '';
  expect(findAnchor(`\n${wide}`, { startLine: 1, endLine: 1, excerpt: cut })).toMatchObject({
    startLine: 2,
    stale: false,
  });
});

/** Files whose lines are all different, so that there is one right answer. */
const uniqueLines = fc.uniqueArray(fc.stringMatching(/^[ -~]{1,20}$/), {
  minLength: 1,
  maxLength: 40,
  selector: (line) => line.trimEnd(),
});
const place = fc.tuple(fc.nat(), fc.nat());

test('lines inserted above move an anchor by as many; deleting its lines makes it stale', () => {
  fc.assert(
    fc.property(
      uniqueLines,
      place,
      fc.array(fc.constant('«new»'), { maxLength: 30 }),
      (lines, [a, b], above) => {
        const startLine = 1 + (a % lines.length);
        const endLine = startLine + (b % (lines.length - startLine + 1));
        const excerpt = excerptAt(lines.join('\n'), startLine, endLine) ?? '';
        const anchor = { startLine, endLine, excerpt };
        const moved = [...lines.slice(0, startLine - 1), ...above, ...lines.slice(startLine - 1)];
        expect(findAnchor(moved.join('\n'), anchor)).toEqual({
          startLine: startLine + above.length,
          endLine: endLine + above.length,
          stale: false,
        });
        const deleted = [...lines.slice(0, startLine - 1), ...above, ...lines.slice(endLine)];
        expect(findAnchor(deleted.join('\n'), anchor)).toEqual({ startLine, endLine, stale: true });
      },
    ),
  );
});

test('any lines of any file are found in the file itself, where they are', () => {
  fc.assert(
    fc.property(fc.string(), place, (content, [a, b]) => {
      const count = content.split(/\r?\n/).length;
      const startLine = 1 + (a % count);
      const excerpt = excerptAt(content, startLine, startLine + (b % count));
      if (excerpt === null) return;
      const endLine = startLine + excerpt.split('\n').length - 1;
      expect(findAnchor(content, { startLine, endLine, excerpt })).toEqual({
        startLine,
        endLine,
        stale: false,
      });
    }),
  );
});
