import type { DecisionContext } from '../../kernel/handle-command.ts';
import { MAX_REWORK_ATTEMPTS } from '../../vocabulary/quality.ts';
import type { TaskEvent } from '../model/events.ts';
import type { PhaseState } from '../model/phases.ts';
import type { TaskState } from '../model/state.ts';
import { failedCriteria, type VerificationState } from '../model/verifications.ts';

/**
 * Sends a phase whose verification failed back to work, at most three times. None when it did not fail, or when a
 * person should look: attempts are used up, or a criterion fails that the last attempt was to mend.
 */
export function startRework(
  task: TaskState,
  phase: PhaseState,
  context: DecisionContext,
): readonly TaskEvent[] {
  const { reports, reworks } = task.verifications;
  const report = reports.find((each) => each.verificationId === phase.verificationId);
  if (report?.verdict !== 'failed' || phase.reworkAttempts >= MAX_REWORK_ATTEMPTS) return [];
  const failed = failedCriteria(report);
  const last = phase.reworkAttempts > 0 ? reworks.findLast((each) => each.phase === phase.number) : undefined;
  if (last && failed.some((key) => last.failedCriteria.includes(key))) return [];
  return [
    {
      type: 'ReworkStarted',
      payload: {
        phase: phase.number,
        attempt: phase.reworkAttempts + 1,
        verificationId: report.verificationId,
        failedCriteria: failed,
        prompt: reworkPrompt(report),
      },
    },
    {
      type: 'RunRequested',
      payload: { runId: context.ids.next('run'), purpose: 'rework', phase: phase.number },
    },
  ];
}

/** What failed, why, where, and what to do, as text for the agent. */
export function reworkPrompt(report: VerificationState): string {
  const failed = report.criteria.filter((each) => each.verdict === 'fail');
  const parts = failed.map((criterion) =>
    [
      `- ${criterion.key}: ${criterion.reason}`,
      ...criterion.evidence.map(
        ({ path, line, text }) => `  - ${path}${line === null ? '' : `:${line}`}${text ? ` ${text}` : ''}`,
      ),
      ...(criterion.advice ? [`  What to do: ${criterion.advice}`] : []),
    ].join('\n'),
  );
  const { tests } = report;
  if (tests && !tests.passed) {
    parts.push(
      `The platform ran \`${tests.command}\` (exit ${tests.exitCode ?? 'none'}):\n${tests.outputTail}`,
    );
  }
  return parts.join('\n');
}
