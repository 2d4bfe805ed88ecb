import { expect, it } from 'vitest';
import { workedTime } from './worked-time.ts';

it('sums the runs that ended and says since when one goes on', () => {
  expect(
    workedTime([
      { status: 'ended', startedAt: '2026-01-01T00:00:00.000Z', endedAt: '2026-01-01T00:00:10.000Z' },
      { status: 'ended', startedAt: null, endedAt: '2026-01-01T00:01:00.000Z' },
      { status: 'ended', startedAt: '2026-01-01T00:02:00.000Z', endedAt: '2026-01-01T00:01:00.000Z' },
      { status: 'started', startedAt: '2026-01-01T00:03:00.000Z', endedAt: null },
    ]),
  ).toEqual({ workedMs: 10_000, workingSince: '2026-01-01T00:03:00.000Z' });
});
