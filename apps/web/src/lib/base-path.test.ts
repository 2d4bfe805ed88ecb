import { expect, test } from 'vitest';
import { basePathOf } from './base-path.ts';

test.each([
  ['/', ''],
  ['/new', ''],
  ['/task/', ''],
  ['/task/index.html', ''],
  ['/ccs/', '/ccs'],
  ['/ccs/task/', '/ccs'],
  ['/team/agents/new', '/team/agents'],
])('%s is under "%s"', (pathname, base) => {
  expect(basePathOf(pathname)).toBe(base);
});
