import { expect, test } from 'vitest';
import { runSteps } from './run-steps.mjs';

test('runs every step whatever fails, one line each, and shows what failed', async () => {
  /** @type {string[]} */
  const lines = [];
  const counts = await runSteps(
    [
      { name: 'good', run: async () => ({ ok: true, note: '7 files', output: 'chatter' }) },
      { name: 'bad', run: async () => ({ ok: false, output: 'line 3 is wrong\n' }) },
      { name: 'broken', run: () => Promise.reject(new Error('no such tool')) },
      { name: 'also good', run: async () => ({ ok: true }) },
    ],
    (line) => lines.push(line),
  );
  expect(counts).toEqual({ passed: 2, failed: 2 });
  expect(lines).toEqual([
    expect.stringMatching(/^✓ good +0\.0 s {2}7 files$/),
    expect.stringMatching(/^✗ bad +0\.0 s$/),
    'line 3 is wrong',
    expect.stringMatching(/^✗ broken +0\.0 s {2}crashed$/),
    expect.stringContaining('no such tool'),
    expect.stringMatching(/^✓ also good +0\.0 s$/),
  ]);
});
