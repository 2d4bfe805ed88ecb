import { expect, test } from 'vitest';
import { linger, LINGER_MS, type Lingering } from './linger.ts';

const show = (before: readonly Lingering<string>[], items: string, now: number) =>
  linger(before, [...items], (item) => item, now);
const text = (shown: readonly Lingering<string>[]) =>
  shown.map(({ item, goneAt }) => (goneAt === null ? item : `(${item})`)).join('');

test('what leaves stays in its place for a while', () => {
  const first = show([], 'abc', 0);
  const second = show(first, 'ac', 1000);
  expect(text(second)).toBe('a(b)c');
  expect(text(show(second, 'ac', 1000 + LINGER_MS - 1))).toBe('a(b)c');
  expect(text(show(second, 'ac', 1000 + LINGER_MS))).toBe('ac');
});

test('the first stays first, and several that left keep their order', () => {
  expect(text(show(show([], 'abcd', 0), 'd', 1))).toBe('(a)(b)(c)d');
  expect(text(show(show([], 'ab', 0), '', 1))).toBe('(a)(b)');
});

test('what comes is there at once, and what comes back is not gone', () => {
  const gone = show(show([], 'ab', 0), 'b', 1);
  expect(text(show(gone, 'bc', 2))).toBe('(a)bc');
  expect(text(show(gone, 'ab', 2))).toBe('ab');
});
