import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, describe, siteOf, summarise } from '../src/insights.js';

const saved = (fields) => ({ url: 'https://example.org/a', createdAt: '2026-03-01', done: false, ...fields });

test('the site of an address is shown without www', () => {
  assert.equal(siteOf('https://www.example.org/a?b=c'), 'example.org');
  assert.equal(siteOf('not an address'), '');
  assert.equal(describe(saved({})).site, 'example.org');
});

test('unread comes first, then the newest', () => {
  const items = [
    saved({ name: 'read', done: true, createdAt: '2026-03-09' }),
    saved({ name: 'old', createdAt: '2026-01-01' }),
    saved({ name: 'new', createdAt: '2026-03-05' }),
  ];
  assert.deepEqual(
    items.sort(compare).map((item) => item.name),
    ['new', 'old', 'read'],
  );
});

test('the summary counts unread, read this month and sites', () => {
  const items = [
    saved({}),
    saved({ url: 'https://other.example', done: true, doneAt: '2026-03-01T09:00:00Z' }),
    saved({ done: true, doneAt: '2026-02-01T09:00:00Z' }),
  ];
  const values = summarise(items, '2026-03-02').cards.map((card) => [card.key, card.value]);
  assert.deepEqual(Object.fromEntries(values), { unread: 1, month: 1, sites: 2, done: 2 });
});
