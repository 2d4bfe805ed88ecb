import type { CriterionResult, TestRun } from '@ccs/core/task/model/verification-report';
import type { Criterion } from '@ccs/core/vocabulary/pipelines/criterion';
import type { Check, CheckContext } from './checks/check.ts';
import { envIgnored } from './checks/env-ignored.ts';
import { minLength } from './checks/min-length.ts';
import { noPlaceholders } from './checks/no-placeholders.ts';
import { noSecrets } from './checks/no-secrets.ts';
import { outputsExist } from './checks/outputs-exist.ts';
import { sections } from './checks/sections.ts';
import { testsExist } from './checks/tests-exist.ts';
import { type TestOutcome, testsPass } from './checks/tests-pass.ts';

/** What the programs found. */
export interface ProgramFindings {
  /** In the order of the phase's criteria; those of the verifier are left out. */
  readonly results: readonly CriterionResult[];
  readonly tests: TestRun | null;
}

type ProgramCheck = Exclude<Criterion['check'], { kind: 'verifier' }>;

const CHECKS: Readonly<Record<Exclude<ProgramCheck['kind'], 'min_length' | 'tests_pass'>, Check>> = {
  outputs_exist: outputsExist,
  sections,
  no_placeholders: noPlaceholders,
  env_ignored: envIgnored,
  no_secrets: noSecrets,
  tests_exist: testsExist,
};

/**
 * Decides every criterion of a phase that a program can decide.
 * @param runTests runs the project's tests; called at most once, and only if a criterion needs it.
 * @param onResult told after each check.
 */
export async function runProgramChecks(
  criteria: readonly Criterion[],
  context: CheckContext,
  runTests: () => Promise<TestOutcome>,
  onResult: (result: CriterionResult) => void,
): Promise<ProgramFindings> {
  const results: CriterionResult[] = [];
  let tests: TestOutcome = null;
  const { language, source } = context.run;
  for (const { key, check } of criteria) {
    if (check.kind === 'verifier' || context.signal.aborted) continue;
    let result: CriterionResult;
    if (check.kind === 'tests_pass') {
      tests ??= await runTests();
      result = testsPass(key, { tests, language, isBroughtAlong: source !== null });
    } else if (check.kind === 'min_length') result = await minLength(key, check.characters, context);
    else result = await CHECKS[check.kind](key, context);
    results.push(result);
    onResult(result);
  }
  return { results, tests: tests !== null && 'command' in tests ? tests : null };
}
