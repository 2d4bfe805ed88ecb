import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { Failure } from '../../vocabulary/failures.ts';
import type { RunId } from '../../vocabulary/ids.ts';
import type { OutputFile, PhaseCommits, TaskEvent } from '../model/events.ts';
import type { RunState } from '../model/runs.ts';
import type { TaskState } from '../model/state.ts';
import type { Usage } from '../model/usage.ts';
import type { VerificationReport } from '../model/verification-report.ts';
import { currentRun } from './current-run.ts';

export type EndRunInput = { readonly runId: RunId } & (
  | ({
      readonly outcome: 'completed';
      readonly outputs: readonly OutputFile[];
      readonly usage: Usage;
    } & PhaseCommits)
  | { readonly outcome: 'verified'; readonly report: VerificationReport; readonly usage: Usage }
  | { readonly outcome: 'failed'; readonly failure: Failure; readonly usage: Usage }
  | { readonly outcome: 'blocked' | 'interrupted'; readonly usage: Usage }
  | { readonly outcome: 'crashed' }
);

/**
 * Records how a started run ended, once. Completed: its phase is complete with all its steps. Verified: its report is
 * stored. Failed: the task fails, but a verifier that failed only gave no verdict. Blocked, interrupted and crashed runs
 * leave the task where it is, to go on later.
 */
export function endRun(
  state: TaskState | null,
  input: EndRunInput,
  context: DecisionContext,
): readonly TaskEvent[] {
  const run = state?.runs.find((candidate) => candidate.runId === input.runId);
  if (!state || run?.status !== 'started') return [];
  const { runId } = run;
  const hasSay = currentRun(state, runId) !== undefined;
  const before = hasSay ? consequences(state, run, input, context) : [];
  if (input.outcome === 'crashed') return [{ type: 'RunEnded', payload: { runId, outcome: 'crashed' } }];
  const { usage } = input;
  if (input.outcome === 'failed') {
    const { failure } = input;
    const fails = hasSay && run.purpose !== 'verify';
    return [
      ...before,
      { type: 'RunEnded', payload: { runId, outcome: 'failed', failure, usage } },
      ...(fails ? [{ type: 'TaskFailed', payload: { failure } } as const] : []),
    ];
  }
  const outcome = input.outcome === 'verified' ? 'completed' : input.outcome;
  return [...before, { type: 'RunEnded', payload: { runId, outcome, usage } }];
}

/** What the end of a run means for its phase. */
function consequences(
  state: TaskState,
  run: RunState,
  input: EndRunInput,
  context: DecisionContext,
): readonly TaskEvent[] {
  const isVerifier = run.purpose === 'verify';
  if (input.outcome === 'completed' && !isVerifier && run.purpose !== 'chat') {
    return completePhase(state, run.phase, input);
  }
  const report =
    input.outcome === 'verified'
      ? input.report
      : input.outcome === 'failed' && isVerifier
        ? ({ verdict: 'inconclusive', criteria: [], tests: null, failure: input.failure } as const)
        : null;
  if (!isVerifier || !report) return [];
  const verificationId = context.ids.next('verification');
  return [
    {
      type: 'VerificationCompleted',
      payload: { verificationId, phase: run.phase, runId: run.runId, ...report },
    },
  ];
}

function completePhase(
  state: TaskState,
  number: number,
  input: Extract<EndRunInput, { outcome: 'completed' }>,
): readonly TaskEvent[] {
  const steps = state.phases[number - 1]?.steps ?? [];
  const { runId, outputs, baseCommit, commit } = input;
  return [
    ...steps
      .filter((step) => step.status !== 'completed')
      .map(
        (step): TaskEvent => ({
          type: 'StepCompleted',
          payload: { phase: number, step: step.number, evidence: 'phase' },
        }),
      ),
    { type: 'PhaseCompleted', payload: { phase: number, runId, outputs, baseCommit, commit } },
  ];
}
