import type { RunId } from '../../vocabulary/ids.ts';
import type { StepEvidence } from '../../vocabulary/statuses.ts';
import type { TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import { currentRun } from '../run/current-run.ts';

export interface CompleteStepInput {
  readonly runId: RunId;
  readonly step: number;
  readonly evidence: StepEvidence;
}

/** Records that a step is done, once, and that the next open one is in progress. */
export function completeStep(state: TaskState | null, input: CompleteStepInput): readonly TaskEvent[] {
  const run = currentRun(state, input.runId);
  const phase = run && state?.phases[run.phase - 1];
  const step = phase?.steps.find((candidate) => candidate.number === input.step);
  if (!phase || !step || step.status === 'completed') return [];

  const at = { phase: phase.number, step: step.number };
  const others = phase.steps.filter((candidate) => candidate !== step);
  const next = others.some((candidate) => candidate.status === 'in_progress')
    ? undefined
    : others.find((candidate) => candidate.status === 'pending');
  return [
    { type: 'StepCompleted', payload: { ...at, evidence: input.evidence } },
    ...(next ? [{ type: 'StepStarted', payload: { phase: phase.number, step: next.number } } as const] : []),
  ];
}
