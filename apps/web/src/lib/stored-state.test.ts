import { expect, test } from 'vitest';
import { createStoredState } from './stored-state.ts';

// Node 20 has no storage, as a browser that forbids it.
const numbers = () => createStoredState((stored) => (typeof stored === 'number' ? stored : 0));

test('without storage, values last as long as the page', () => {
  const state = numbers();
  expect(state.read('a')).toBe(0);
  state.write('a', 3);
  expect([state.read('a'), state.read('b')]).toEqual([3, 0]);
  state.write('a', null);
  expect(state.read('a')).toBe(0);
});

test('a value stays the same one until it is written', () => {
  const state = createStoredState((stored) => ({ stored }));
  expect(state.read('a')).toBe(state.read('a'));
  const value = { stored: 'x' };
  state.write('a', value);
  expect(state.read('a')).toBe(value);
});
