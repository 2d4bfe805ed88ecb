import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, describe, summarise } from '../src/insights.js';

const TODAY = '2026-03-02';
const task = (fields) => ({ createdAt: '2026-01-01', done: false, due: '', priority: 'normal', ...fields });

test('a task is overdue the day after its day, and not once it is done', () => {
  assert.equal(describe(task({ due: '2026-03-01' }), TODAY).overdue, true);
  assert.equal(describe(task({ due: TODAY }), TODAY).overdue, false);
  assert.equal(describe(task({ due: TODAY }), TODAY).dueToday, true);
  assert.equal(describe(task({ due: '2026-03-01', done: true }), TODAY).overdue, false);
});

test('a task without a day is never overdue', () => {
  assert.deepEqual(describe(task({}), TODAY), { overdue: false, dueToday: false });
});

test('open tasks come first, the earliest day before others, then the higher priority', () => {
  const done = task({ name: 'done', done: true, due: '2026-01-01' });
  const late = task({ name: 'late', due: '2026-04-01' });
  const low = task({ name: 'low', due: TODAY, priority: 'low' });
  const high = task({ name: 'high', due: TODAY, priority: 'high' });
  const never = task({ name: 'never' });
  const names = [never, done, late, low, high].sort(compare).map((one) => one.name);
  assert.deepEqual(names, ['high', 'low', 'late', 'never', 'done']);
});

test('the summary counts open, overdue, this week and done', () => {
  const tasks = [task({ due: '2026-03-01' }), task({ due: '2026-03-05' }), task({}), task({ done: true })];
  const values = Object.fromEntries(summarise(tasks, TODAY).cards.map((card) => [card.key, card.value]));
  assert.deepEqual(values, { open: 3, overdue: 1, week: 1, done: 1 });
});
