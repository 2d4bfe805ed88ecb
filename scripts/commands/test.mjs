import fs from 'node:fs';
import { prepare } from '../bootstrap/prepare.mjs';
import { SetupError } from '../bootstrap/step.mjs';
import { ROOT } from '../root.mjs';
import { runVitest } from '../test/run-vitest.mjs';
import { Tally } from '../test/tally.mjs';

/**
 * Everything that proves this tree: verify, unit and integration tests, browser tests; sets up what they need.
 * The last line is always `N passed, N failed`; the exit code is 0 only when something passed and nothing failed.
 */
export async function test() {
  const tally = new Tally();
  // At the exit, so that it is the last line also when a signal or a defect cuts the run off.
  process.on('exit', () => {
    if (!tally.isGood() && !process.exitCode) process.exitCode = 1;
    fs.writeSync(1, `${tally.lastLine()}\n`);
  });
  await tally.run(async () => {
    if (!(await tally.run(() => prepare(ROOT, []), explain))) return;
    heading('verify');
    await tally.run(verify, explain);
    heading('unit and integration tests');
    // When the packages do not compile, verify has said why; the tests still show what works.
    await prepare(ROOT, ['packages']).catch(() => {});
    await tally.run(() => runVitest('unit'), explain);
    heading('browser tests');
    await tally.run(async () => {
      await prepare(ROOT, ['packages', 'web']);
      return runVitest('e2e');
    }, explain);
    console.log();
  }, explain);
}

async function verify() {
  const { runSteps } = await import('../verify/run-steps.mjs');
  const { STEPS } = await import('../verify/steps.mjs');
  return runSteps(STEPS, console.log);
}

/** @param {string} title */
function heading(title) {
  console.log(`\n── ${title}`);
}

/** @param {unknown} error */
function explain(error) {
  console.log(error instanceof SetupError ? error.message : error);
}
