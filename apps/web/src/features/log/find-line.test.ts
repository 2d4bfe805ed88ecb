import type { LogLineDto } from '@ccs/contract';
import { expect, test } from 'vitest';
import { findLineAt } from './find-line.ts';

const COUNT = 200_000;
const timeOf = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString();

test.each([0, 1, 12_345, COUNT - 1])('finds line %d by its time in few reads', async (index) => {
  let reads = 0;
  const found = await findLineAt(timeOf(index), COUNT, async (at): Promise<LogLineDto> => {
    reads += 1;
    return { seq: at + 1, afterVersion: 1, at: timeOf(at), kind: 'text', text: '' };
  });
  expect(found).toBe(index);
  expect(reads).toBeLessThanOrEqual(18);
});
