import { runSteps } from '../verify/run-steps.mjs';
import { STEPS } from '../verify/steps.mjs';

/** Runs every check of the source; the exit code is 1 when any of them failed. */
export async function verify() {
  const { failed } = await runSteps(STEPS, console.log);
  if (failed > 0) process.exitCode = 1;
}
