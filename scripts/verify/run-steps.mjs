/**
 * @typedef {object} VerifyStep
 * @property {string} name
 * @property {() => Promise<StepResult>} run
 */

/**
 * @typedef {object} StepResult
 * @property {boolean} ok
 * @property {string} [note] a few words for the step's own line
 * @property {string} [output] what a person needs to mend it; shown when it failed
 */

/**
 * Runs all steps, one after the other, whatever fails: one line each, and the output of those that failed.
 * @param {readonly VerifyStep[]} steps
 * @param {(line: string) => void} print
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runSteps(steps, print) {
  let failed = 0;
  for (const { name, run } of steps) {
    const started = performance.now();
    const result = await run().catch((error) => ({
      ok: false,
      note: 'crashed',
      output: String(error?.stack ?? error),
    }));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const note = result.note === undefined ? '' : `  ${result.note}`;
    print(`${result.ok ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.padStart(5)} s${note}`);
    if (result.ok) continue;
    failed += 1;
    if (result.output) print(result.output.trimEnd());
  }
  return { passed: steps.length - failed, failed };
}
