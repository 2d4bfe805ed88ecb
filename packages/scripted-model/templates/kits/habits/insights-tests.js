import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestStreak, currentStreak, describe, summarise } from '../src/insights.js';

const TODAY = '2026-03-02';

test('a streak counts the days in a row up to today', () => {
  assert.equal(currentStreak(['2026-02-28', '2026-03-01', '2026-03-02'], TODAY), 3);
});

test('a streak that ended yesterday is still alive while today is open', () => {
  assert.equal(currentStreak(['2026-02-28', '2026-03-01'], TODAY), 2);
});

test('a day without a mark breaks the streak', () => {
  assert.equal(currentStreak(['2026-02-26', '2026-02-27', '2026-02-28'], TODAY), 0);
  assert.equal(currentStreak(['2026-02-28', '2026-03-02'], TODAY), 1);
});

test('streaks cross months, leap days and clock changes', () => {
  assert.equal(currentStreak(['2028-02-28', '2028-02-29', '2028-03-01'], '2028-03-01'), 3);
  assert.equal(currentStreak(['2026-03-28', '2026-03-29', '2026-03-30'], '2026-03-30'), 3);
});

test('order and doubles do not matter', () => {
  assert.equal(currentStreak(['2026-03-02', '2026-02-28', '2026-03-01', '2026-03-01'], TODAY), 3);
});

test('the best streak is remembered after it broke', () => {
  assert.equal(bestStreak(['2026-01-01', '2026-01-02', '2026-01-03', '2026-02-01']), 3);
  assert.equal(bestStreak([]), 0);
});

test('the week shown ends today', () => {
  const { week, doneToday } = describe({ days: [TODAY] }, TODAY);
  assert.equal(week.length, 7);
  assert.deepEqual(week.at(-1), { day: TODAY, on: true });
  assert.equal(week[0].day, '2026-02-24');
  assert.equal(doneToday, true);
});

test('the month shown is the last 30 days', () => {
  const { month } = describe({ days: ['2026-01-31', '2026-02-01', TODAY] }, TODAY);
  assert.equal(month.length, 30);
  assert.equal(month[0].day, '2026-02-01');
  assert.deepEqual(
    month.filter(({ on }) => on).map(({ day }) => day),
    ['2026-02-01', TODAY],
  );
});

test('the summary counts what is done today and this week', () => {
  const { cards } = summarise([{ days: [TODAY, '2026-03-01'] }, { days: ['2026-01-01'] }], TODAY);
  const card = (key) => cards.find((one) => one.key === key);
  assert.deepEqual(card('today'), { key: 'today', value: 1, of: 2 });
  assert.equal(card('streak').value, 2);
  assert.deepEqual(card('week'), { key: 'week', value: 2, of: 14 });
});
