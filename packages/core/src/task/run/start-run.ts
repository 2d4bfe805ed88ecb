import type { RunId } from '../../vocabulary/ids.ts';
import type { TaskEvent } from '../model/events.ts';
import type { PhaseState } from '../model/phases.ts';
import { openRun } from '../model/runs.ts';
import type { TaskState } from '../model/state.ts';

/** Records that an agent starts on a requested run. No events: the run is no longer wanted. */
export function startRun(state: TaskState | null, input: { readonly runId: RunId }): readonly TaskEvent[] {
  if (state === null || state.lifecycle.deleted) return [];
  const run = openRun(state.runs);
  if (run?.runId !== input.runId || run.status !== 'requested') return [];
  const phase = state.phases[run.phase - 1];
  const events: TaskEvent[] = [];
  if (state.lifecycle.status === 'pending') events.push({ type: 'TaskStarted', payload: {} });
  if (phase && run.purpose !== 'verify') events.push(...startPhase(phase));
  events.push({ type: 'RunStarted', payload: { runId: run.runId } });
  return events;
}

function startPhase(phase: PhaseState): readonly TaskEvent[] {
  const events: TaskEvent[] = [];
  if (phase.status !== 'in_progress') {
    events.push({ type: 'PhaseStarted', payload: { phase: phase.number, attempt: phase.attempts + 1 } });
  }
  const step = phase.steps.some((candidate) => candidate.status === 'in_progress')
    ? undefined
    : phase.steps.find((candidate) => candidate.status !== 'completed');
  if (step) events.push({ type: 'StepStarted', payload: { phase: phase.number, step: step.number } });
  return events;
}
