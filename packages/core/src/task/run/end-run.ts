import type { Failure } from '../../vocabulary/failures.ts';
import type { RunId } from '../../vocabulary/ids.ts';
import type { OutputFile, TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import type { Usage } from '../model/usage.ts';
import { currentRun } from './current-run.ts';

export type EndRunInput =
  | {
      readonly runId: RunId;
      readonly outcome: 'completed';
      readonly outputs: readonly OutputFile[];
      readonly usage: Usage;
    }
  | { readonly runId: RunId; readonly outcome: 'failed'; readonly failure: Failure; readonly usage: Usage }
  | { readonly runId: RunId; readonly outcome: 'interrupted'; readonly usage: Usage }
  | { readonly runId: RunId; readonly outcome: 'crashed' };

/**
 * Records how a started run ended, once. Completed: the phase is complete with all its steps. Failed: the task fails.
 * Interrupted and crashed runs leave the task where it is, to be resumed.
 */
export function endRun(state: TaskState | null, input: EndRunInput): readonly TaskEvent[] {
  const run = state?.runs.find((candidate) => candidate.runId === input.runId);
  if (!state || run?.status !== 'started') return [];
  const hasSay = currentRun(state, input.runId) !== undefined;
  switch (input.outcome) {
    case 'completed':
      return [
        ...(hasSay ? completePhase(state, run.phase, input) : []),
        { type: 'RunEnded', payload: { runId: run.runId, outcome: 'completed', usage: input.usage } },
      ];
    case 'failed':
      return [
        {
          type: 'RunEnded',
          payload: { runId: run.runId, outcome: 'failed', failure: input.failure, usage: input.usage },
        },
        ...(hasSay ? [{ type: 'TaskFailed', payload: { failure: input.failure } } as const] : []),
      ];
    case 'interrupted':
      return [
        { type: 'RunEnded', payload: { runId: run.runId, outcome: 'interrupted', usage: input.usage } },
      ];
    case 'crashed':
      return [{ type: 'RunEnded', payload: { runId: run.runId, outcome: 'crashed' } }];
  }
}

function completePhase(
  state: TaskState,
  number: number,
  input: { readonly runId: RunId; readonly outputs: readonly OutputFile[] },
): readonly TaskEvent[] {
  const steps = state.phases[number - 1]?.steps ?? [];
  return [
    ...steps
      .filter((step) => step.status !== 'completed')
      .map(
        (step): TaskEvent => ({
          type: 'StepCompleted',
          payload: { phase: number, step: step.number, evidence: 'phase' },
        }),
      ),
    { type: 'PhaseCompleted', payload: { phase: number, runId: input.runId, outputs: input.outputs } },
  ];
}
