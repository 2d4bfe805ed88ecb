import { expect, test } from 'vitest';
import { basePathOf } from './base-path.ts';

test.each([
  [['http://localhost:3333/_next/static/chunks/a.js'], ''],
  [['https://example.org/ccs/_next/static/chunks/a.js'], '/ccs'],
  [['https://example.org/deep/er/_next/static/chunks/a.js?dpl=1'], '/deep/er'],
  [['https://example.org/other.js', 'https://example.org/ccs/_next/static/chunks/a.js'], '/ccs'],
  [[], ''],
])('%j is served under "%s"', (scripts, base) => {
  expect(basePathOf(scripts)).toBe(base);
});
