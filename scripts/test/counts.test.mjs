import { expect, test } from 'vitest';
import { Tally } from './tally.mjs';
import { countTests } from './vitest-counts.mjs';

const passedFile = { status: 'passed', name: 'a', assertionResults: [{ status: 'passed' }] };
const failedFile = { status: 'failed', name: 'b', assertionResults: [{ status: 'failed' }] };
const brokenFile = { status: 'failed', name: 'c', assertionResults: [] };

test.each([
  ['all well', report(2, 0, [passedFile]), true, { passed: 2, failed: 0 }],
  ['failed tests', report(2, 1, [passedFile, failedFile]), false, { passed: 2, failed: 1 }],
  ['a file that does not load', report(2, 0, [passedFile, brokenFile]), false, { passed: 2, failed: 1 }],
  ['an unhandled rejection, every test passed', report(2, 0, [passedFile]), false, { passed: 2, failed: 1 }],
  ['no report at all', null, false, { passed: 0, failed: 1 }],
  ['no report although it ended well', null, true, { passed: 0, failed: 1 }],
  ['no tests', report(0, 0, []), true, { passed: 0, failed: 0 }],
])('vitest: %s', (_, given, exitedWell, counts) => {
  expect(countTests(given, exitedWell)).toEqual(counts);
});

const noCrash = () => expect.unreachable();

/** @param {number} passed @param {number} failed @param {(typeof passedFile)[]} files */
function report(passed, failed, files) {
  return { numPassedTests: passed, numFailedTests: failed, testResults: files };
}

test('adds up suites; good only when something passed and nothing failed', async () => {
  const tally = new Tally();
  expect(tally.isGood()).toBe(false);
  await tally.run(async () => ({ passed: 3, failed: 0 }), noCrash);
  expect(tally.lastLine()).toBe('3 passed, 0 failed');
  expect(tally.isGood()).toBe(true);
  await tally.run(async () => ({ passed: 1, failed: 2 }), noCrash);
  expect(tally.lastLine()).toBe('4 passed, 2 failed');
  expect(tally.isGood()).toBe(false);
});

test('a crashed suite counts as one failed, and so does one that is still running', async () => {
  const tally = new Tally();
  const crashes = /** @type {unknown[]} */ ([]);
  const crash = new Error('crash');
  await tally.run(
    () => Promise.reject(crash),
    (error) => crashes.push(error),
  );
  expect(crashes).toEqual([crash]);
  expect(tally.lastLine()).toBe('0 passed, 1 failed');

  /** @type {() => void} */
  let end = noCrash;
  const running = tally.run(() => new Promise((resolve) => (end = resolve)), noCrash);
  expect(tally.lastLine()).toBe('0 passed, 2 failed');
  end();
  await running;
  expect(tally.lastLine()).toBe('0 passed, 1 failed');
});
