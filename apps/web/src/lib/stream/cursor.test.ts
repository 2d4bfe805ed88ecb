import { expect, test } from 'vitest';
import { earliest, furthest, isNewer } from './cursor.ts';

test('a place is newer when it has seen one event or one line more', () => {
  expect(isNewer('5-10', '5-9')).toBe(true);
  expect(isNewer('6-9', '5-9')).toBe(true);
  expect(isNewer('5-9', '5-9')).toBe(false);
  expect(isNewer('5-9', '6-10')).toBe(false);
});

test('furthest and earliest are the ends of the chain', () => {
  expect(furthest('5-9', '6-10')).toBe('6-10');
  expect(earliest('5-9', '6-10')).toBe('5-9');
  expect(earliest('6-10', '5-9')).toBe('5-9');
  expect(earliest('5-9', '5-9')).toBe('5-9');
});
