import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

test('waits longer each time, at most 15 s, never less than half', () => {
  expect([0, 1, 2, 3].map((attempt) => backoffMs(attempt, 1))).toEqual([500, 1000, 2000, 4000]);
  expect(backoffMs(0, 0)).toBe(250);
  expect(backoffMs(40, 1)).toBe(15_000);
  expect(backoffMs(40, 0)).toBe(7500);
});
