import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { TaskEvent } from '../model/events.ts';
import { openRun } from '../model/runs.ts';
import type { TaskState } from '../model/state.ts';

/** Asks for an agent on the first phase that is not complete. */
export function requestRun(task: TaskState, context: DecisionContext): TaskEvent {
  const next = task.phases.find((phase) => phase.status !== 'completed');
  if (!next) throw new Error(`task ${task.lifecycle.taskId} has no phase left to run`);
  return {
    type: 'RunRequested',
    payload: { runId: context.ids.next('run'), purpose: 'phase', phase: next.number },
  };
}

/** Ends the run that still waits for an agent. One that has an agent is ended by the worker that stops it. */
export function endRequestedRun(task: TaskState): readonly TaskEvent[] {
  const run = openRun(task.runs);
  if (run?.status !== 'requested') return [];
  return [{ type: 'RunEnded', payload: { runId: run.runId, outcome: 'interrupted' } }];
}
