import type { VerifyRun } from '@ccs/core/ports/agent-runner';
import type { CriterionResult, TestRun } from '@ccs/core/task/model/verification-report';
import type { Criterion } from '@ccs/core/vocabulary/pipelines/criterion';
import { fenceAsData } from '../prompt/data-fence.ts';

/** What the verifier is asked. */
export function verifierPrompt(options: {
  readonly run: VerifyRun;
  readonly criteria: readonly Criterion[];
  readonly programResults: readonly CriterionResult[];
  readonly tests: TestRun | null;
  readonly changes?: string;
}): string {
  const { run, criteria } = options;
  const list = criteria.map(
    ({ key, check }) => `- ${key}: ${check.kind === 'verifier' ? check.instruction : ''}`,
  );
  return [
    `Verify phase ${run.phase.number}.`,
    fenceAsData('task_prompt', run.prompt),
    `Criteria:\n${list.join('\n')}`,
  ].join('\n\n');
}
