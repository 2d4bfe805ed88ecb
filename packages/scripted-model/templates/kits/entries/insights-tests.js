import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, describe, summarise } from '../src/insights.js';

const entry = (fields) => ({ createdAt: '2026-03-01T08:00:00Z', done: false, date: '', tags: [], ...fields });

test('an entry is recent for seven days', () => {
  assert.equal(describe(entry({}), '2026-03-07').recent, true);
  assert.equal(describe(entry({}), '2026-03-08').recent, false);
});

test('open entries come first, then the newest day', () => {
  const items = [
    entry({ name: 'done', done: true, date: '2026-03-09' }),
    entry({ name: 'older', date: '2026-02-01' }),
    entry({ name: 'newer', date: '2026-03-03' }),
  ];
  assert.deepEqual(
    items.sort(compare).map((item) => item.name),
    ['newer', 'older', 'done'],
  );
});

test('the summary counts entries, tags and what is done', () => {
  const items = [
    entry({ tags: ['a', 'b'] }),
    entry({ tags: ['a'], done: true }),
    entry({ createdAt: '2025-01-01' }),
  ];
  const values = summarise(items, '2026-03-02').cards.map((card) => [card.key, card.value]);
  assert.deepEqual(Object.fromEntries(values), { all: 3, week: 2, tags: 2, done: 1 });
});
