import { expect, test } from 'vitest';
import { isViewed, mark, parseViewed } from './viewed.ts';

const first = { commit: 'c1', previous: null, isUnchanged: () => false };
const second = { commit: 'c2', previous: 'c1', isUnchanged: (path: string) => path === 'same.md' };

test('a mark holds for the content it was made on', () => {
  const viewed = mark({}, 'c1', 'a.md', true);
  expect(isViewed(viewed, first, 'a.md')).toBe(true);
  expect(isViewed(viewed, first, 'b.md')).toBe(false);
  expect(isViewed(mark(viewed, 'c1', 'a.md', false), first, 'a.md')).toBe(false);
});

test('in the next round it holds for files that did not change, until it is taken back', () => {
  const viewed = mark(mark({}, 'c1', 'same.md', true), 'c1', 'other.md', true);
  expect(isViewed(viewed, second, 'same.md')).toBe(true);
  expect(isViewed(viewed, second, 'other.md')).toBe(false);
  expect(isViewed(mark(viewed, 'c2', 'same.md', false), second, 'same.md')).toBe(false);
});

test('only the latest reviews are remembered', () => {
  let viewed = mark({}, 'c0', 'a', true);
  for (let index = 1; index <= 40; index++) viewed = mark(viewed, `c${index}`, 'a', true);
  expect(Object.keys(viewed)).toHaveLength(40);
  expect(viewed['c0']).toBeUndefined();
  expect(Object.keys(mark(viewed, 'c5', 'b', true)).at(-1)).toBe('c5');
});

test('of foreign things in the store nothing is taken', () => {
  expect(parseViewed({ c1: { a: true, b: 'yes' }, c2: 3 })).toEqual({ c1: { a: true } });
  expect(parseViewed('x')).toEqual({});
});
