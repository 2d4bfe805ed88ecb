import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, countWords, describe, summarise } from '../src/insights.js';

const note = (fields) => ({
  createdAt: '2026-03-01T08:00:00Z',
  updatedAt: '2026-03-01',
  body: '',
  ...fields,
});

test('words are counted over spaces and lines', () => {
  assert.equal(countWords('one two\n three  '), 3);
  assert.equal(countWords('오늘의 메모'), 2);
  assert.equal(countWords(''), 0);
  assert.equal(describe({ body: 'a b' }).words, 2);
});

test('pinned notes come first, then the one changed last', () => {
  const old = note({ title: 'old', updatedAt: '2026-01-01' });
  const fresh = note({ title: 'fresh', updatedAt: '2026-03-05' });
  const pinned = note({ title: 'pinned', updatedAt: '2025-01-01', pinned: true });
  assert.deepEqual(
    [old, pinned, fresh].sort(compare).map((one) => one.title),
    ['pinned', 'fresh', 'old'],
  );
});

test('the summary counts all notes, the pinned, the new and the words', () => {
  const notes = [note({ body: 'a b c', pinned: true }), note({ createdAt: '2025-01-01T00:00:00Z' })];
  const values = summarise(notes, '2026-03-02').cards.map((card) => [card.key, card.value]);
  assert.deepEqual(Object.fromEntries(values), { all: 2, pinned: 1, week: 1, words: 3 });
});
