import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, previousMonth, summarise, total } from '../src/insights.js';

const spent = (amount, date, category = 'food') => ({ amount, date, category, createdAt: date });

test('sums are exact to the cent', () => {
  assert.equal(total([spent(0.1, '2026-03-01'), spent(0.2, '2026-03-01')]), 0.3);
  assert.equal(total([]), 0);
});

test('the month before January is December of the year before', () => {
  assert.equal(previousMonth('2026-01-15'), '2025-12');
  assert.equal(previousMonth('2026-11-01'), '2026-10');
});

test('the summary separates this month from the one before', () => {
  const entries = [spent(10, '2026-03-01'), spent(20, '2026-03-02', 'home'), spent(5, '2026-02-28')];
  const { cards, groups } = summarise(entries, '2026-03-10');
  const values = Object.fromEntries(cards.map((card) => [card.key, card.value]));
  assert.deepEqual(values, { month: 30, previous: 5, average: 3, count: 2 });
  assert.deepEqual(
    groups.map((group) => [group.name, group.value]),
    [
      ['home', 20],
      ['food', 10],
    ],
  );
});

test('the shares of the categories add up to the whole', () => {
  const entries = [spent(1, '2026-03-01', 'a'), spent(2, '2026-03-01', 'b'), spent(4, '2026-03-01', 'c')];
  const shares = summarise(entries, '2026-03-10').groups.reduce((sum, group) => sum + group.share, 0);
  assert.ok(Math.abs(shares - 1) < 1e-9);
  assert.deepEqual(summarise([], '2026-03-10').groups, []);
});

test('the latest day comes first', () => {
  const days = [spent(1, '2026-01-01'), spent(1, '2026-03-01')].sort(compare).map((entry) => entry.date);
  assert.deepEqual(days, ['2026-03-01', '2026-01-01']);
});
