import { describe, expect, test } from 'vitest';
import {
  workedMs,
  formatAgo,
  formatBytes,
  formatCost,
  formatCount,
  formatDuration,
  formatMoment,
} from './format.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('formatDuration', () => {
  test.each([
    [0, '0 s', '0초'],
    [59 * SECOND, '59 s', '59초'],
    [MINUTE, '1 m', '1분'],
    [34 * MINUTE + 16 * SECOND, '34 m 16 s', '34분 16초'],
    [2 * HOUR + 10 * MINUTE + 59 * SECOND, '2 h 10 m', '2시간 10분'],
    [2 * HOUR + 59 * SECOND, '2 h', '2시간'],
    [50 * HOUR, '2 d 2 h', '2일 2시간'],
    [-5, '0 s', '0초'],
  ])('%d ms', (ms, en, ko) => {
    expect(formatDuration(ms, 'en')).toBe(en);
    expect(formatDuration(ms, 'ko')).toBe(ko);
  });
});

test('formatAgo names the last minute and counts from then on', () => {
  const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
  expect(formatAgo(ago(3 * SECOND), 'en')).toBe('just now');
  expect(formatAgo(ago(3 * SECOND), 'ko')).toBe('방금');
  expect(formatAgo(ago(59 * SECOND), 'en')).toBe('just now');
  expect(formatAgo(ago(-5 * MINUTE), 'en')).toBe('just now');
  expect(formatAgo(ago(3 * MINUTE), 'en')).toBe('3 minutes ago');
  expect(formatAgo(ago(3 * MINUTE), 'ko')).toBe('3분 전');
});

test('formatMoment gives the date only when it is not today', () => {
  const at = new Date(2026, 10, 19, 14, 3, 22);
  expect(formatMoment(at.toISOString(), 'en', new Date(2026, 10, 19, 23, 0))).toBe('14:03:22');
  expect(formatMoment(at.toISOString(), 'en', new Date(2026, 10, 20, 1, 0))).toBe('Nov 19, 14:03');
});

test('workedMs adds what goes on now, and never takes off', () => {
  const now = Date.parse('2026-01-01T00:01:00.000Z');
  expect(workedMs(5000, null, now)).toBe(5000);
  expect(workedMs(5000, '2026-01-01T00:00:00.000Z', now)).toBe(5000 + MINUTE);
  expect(workedMs(5000, '2026-01-01T00:01:03.000Z', now)).toBe(5000);
});

test('costs below ten cents keep four decimals', () => {
  expect(formatCost(0)).toBe('$0.00');
  expect(formatCost(0.0042)).toBe('$0.0042');
  expect(formatCost(1.256)).toBe('$1.26');
});

test('counts and sizes are short', () => {
  expect(formatCount(12_345, 'en')).toBe('12.3K');
  expect(formatCount(12_345, 'ko')).toBe('1.2만');
  expect(formatBytes(900)).toBe('900 B');
  expect(formatBytes(1834)).toBe('1.8 KB');
  expect(formatBytes(3 * 1024 * 1024)).toBe('3.0 MB');
});
