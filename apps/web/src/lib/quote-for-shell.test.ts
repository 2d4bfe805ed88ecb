import { expect, test } from 'vitest';
import { quoteForShell } from './quote-for-shell.ts';

test.each([
  ['/home/mina/projects/habit-tracker_2', '/home/mina/projects/habit-tracker_2'],
  ['/home/mina/My Projects', "'/home/mina/My Projects'"],
  ["/mina's/$HOME", `'/mina'\\''s/$HOME'`],
  ['/홈/앱', "'/홈/앱'"],
])('%s', (path, quoted) => {
  expect(quoteForShell(path)).toBe(quoted);
});
