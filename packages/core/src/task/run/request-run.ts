import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { RunPurpose } from '../../vocabulary/statuses.ts';
import type { TaskEvent } from '../model/events.ts';
import { openRun } from '../model/runs.ts';
import type { TaskState } from '../model/state.ts';

/** The run that a task needs to go on; null when nothing is left to do. Conversations have phase 0. */
function neededRun(task: TaskState): { readonly purpose: RunPurpose; readonly phase: number } | null {
  if (task.lifecycle.taskType === 'custom') return { purpose: 'chat', phase: 0 };
  const next = task.phases.find((phase) => phase.status !== 'completed');
  if (!next) return null;
  if (next.status === 'verifying' || next.status === 'review') {
    return { purpose: 'verify', phase: next.number };
  }
  return { purpose: next.reworkFor === null ? 'phase' : 'rework', phase: next.number };
}

/** Asks for the agent that the task needs, or completes the task. */
export function requestRun(task: TaskState, context: DecisionContext): TaskEvent {
  const needed = neededRun(task);
  if (!needed) return { type: 'TaskCompleted', payload: {} };
  return { type: 'RunRequested', payload: { runId: context.ids.next('run'), ...needed } };
}

/** Ends the run that still waits for an agent. One that has an agent is ended by the worker that stops it. */
export function endRequestedRun(task: TaskState): readonly TaskEvent[] {
  const run = openRun(task.runs);
  if (run?.status !== 'requested') return [];
  return [{ type: 'RunEnded', payload: { runId: run.runId, outcome: 'interrupted' } }];
}
