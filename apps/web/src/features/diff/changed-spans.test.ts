import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedSpans, type Span } from './changed-spans.ts';

const part = (text: string, span: Span | null) => span && text.slice(...span);

test('finds the words that differ', () => {
  const [before, after] = ['Habits are kept for 30 days.', 'Habits are kept for 90 days.'];
  const [left, right] = changedSpans(before, after);
  expect([part(before, left), part(after, right)]).toEqual(['3', '9']);
});

test('a line that only grew has nothing of its own before', () => {
  expect(changedSpans('const a = 1;', 'const a = 1; // one')).toEqual([null, [12, 19]]);
});

test('lines with little in common are not compared', () => {
  expect(changedSpans('abcdef', 'xyzuvw')).toEqual([null, null]);
});

test('never cuts a character in two', () => {
  const [before, after] = ['길게 적은 줄 😀 끝', '길게 적은 줄 😁 끝'];
  const [left, right] = changedSpans(before, after);
  expect([part(before, left), part(after, right)]).toEqual(['😀', '😁']);
});

test('what is not marked is the same in both', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, old, fresh, tail) => {
      const [before, after] = [head + old + tail, head + fresh + tail];
      const [left, right] = changedSpans(before, after);
      if (!left || !right) return;
      expect(before.slice(0, left[0])).toBe(after.slice(0, right[0]));
      expect(before.slice(left[1])).toBe(after.slice(right[1]));
    }),
  );
});
