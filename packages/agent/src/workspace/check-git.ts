import type { GitResult } from './git.ts';

/** The output of a git command that must succeed. @throws Error with git's words when it did not */
export function check(command: string, result: GitResult): string {
  if (result.exitCode === 0) return result.stdout;
  throw new Error(`${command} failed (${result.exitCode}): ${result.stderr.trim() || result.stdout.trim()}`);
}
