import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throttle } from './throttle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('runs at once, then at most once per period, and forgets nothing', () => {
  const runs: number[][] = [];
  const collect = throttle<number>(100, (all) => runs.push([...all]));
  collect.call([1]);
  collect.call([2]);
  collect.call([3, 4]);
  expect(runs).toEqual([[1]]);
  vi.advanceTimersByTime(100);
  expect(runs).toEqual([[1], [2, 3, 4]]);
  vi.advanceTimersByTime(1000);
  collect.call([5]);
  expect(runs).toEqual([[1], [2, 3, 4], [5]]);
});

test('does nothing any more once cancelled', () => {
  const runs: number[][] = [];
  const collect = throttle<number>(100, (all) => runs.push([...all]));
  collect.call([1]);
  collect.call([2]);
  collect.cancel();
  vi.advanceTimersByTime(1000);
  expect(runs).toEqual([[1]]);
});
