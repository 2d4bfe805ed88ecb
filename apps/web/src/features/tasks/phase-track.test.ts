import { expect, test } from 'vitest';
import { phaseFractions } from './phase-track.tsx';

test('progress fills the phases one after the other, by their steps', () => {
  expect(phaseFractions([9, 5, 6, 4], 0)).toEqual([0, 0, 0, 0]);
  expect(phaseFractions([9, 5, 6, 4], 100)).toEqual([1, 1, 1, 1]);
  const [planning, design, development, testing] = phaseFractions([9, 5, 6, 4], 50);
  expect([planning, testing]).toEqual([1, 0]);
  expect(design).toBeCloseTo(3 / 5);
  expect(development).toBe(0);
});
