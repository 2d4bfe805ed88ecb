import type { VerifyRun } from '@ccs/core/ports/agent-runner';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PROGRAM_VARIABLES } from '../executor/agent-environment.ts';
import type { RunnerContext } from '../executor/runner-context.ts';

/**
 * The whole environment of a project's tests: what programs need, and what people provided to the task. The home is the
 * one that the agent had, because that is where it installed what the tests use. Never the platform's credentials.
 */
export async function testEnvironment(
  { environment, dataDir }: RunnerContext,
  run: VerifyRun,
): Promise<Record<string, string>> {
  const env: Record<string, string> = {};
  for (const name of PROGRAM_VARIABLES) {
    const value = environment[name];
    if (value) env[name] = value;
  }
  const ownHome = join(dataDir, 'agents', run.taskId, 'home');
  if (run.provider === 'demo' || !environment.HOME) await mkdir(ownHome, { recursive: true, mode: 0o700 });
  env['HOME'] = run.provider === 'demo' ? ownHome : environment.HOME || ownHome;
  return { ...env, ...run.environment };
}
