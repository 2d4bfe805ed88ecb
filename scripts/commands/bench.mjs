import { runChild } from '../process/run-child.mjs';
import { ROOT } from '../root.mjs';

/**
 * Runs the benchmarks.
 * @param {readonly string[]} args
 */
export async function bench(args) {
  const result = await runChild(process.execPath, ['benchmarks/run.mjs', ...args], { cwd: ROOT });
  if (!result.ok) process.exitCode = 1;
}
