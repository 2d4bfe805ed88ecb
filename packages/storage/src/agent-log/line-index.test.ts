import { describe, expect, it } from 'vitest';
import { LineIndex } from './line-index.ts';

const MIB = 1024 * 1024;

/** The index of a log whose lines all have one length. */
function indexOf(lines: number, length: number): LineIndex {
  const index = new LineIndex();
  for (let seq = 1; seq <= lines; seq += 1) index.add(seq, (seq - 1) * length);
  return index;
}

describe('line index', () => {
  it.each([
    [10_000, 300, 511 * 300],
    [2_000, 100_000, MIB + 100_000],
  ])('of %i lines of %i bytes begins at most %i bytes before the line', (lines, length, reach) => {
    const index = indexOf(lines, length);
    for (let seq = 1; seq <= lines; seq += 1) {
      const before = (seq - 1) * length - index.offsetBefore(seq);
      expect(before).toBeGreaterThanOrEqual(0);
      expect(before).toBeLessThanOrEqual(reach);
    }
  });

  it('begins at the start of an empty log and of a first line', () => {
    expect(new LineIndex().offsetBefore(5)).toBe(0);
    expect(indexOf(3, 10).offsetBefore(0)).toBe(0);
  });
});
