import { pendingInput } from '../task/model/pending-input.ts';
import { openRun } from '../task/model/runs.ts';
import type { StoredTaskEvent } from '../task/model/events.ts';
import type { TaskState } from '../task/model/state.ts';
import { advanceTask } from '../task/phase/advance-task.ts';
import type { Policy } from './policy.ts';

/** Agents that died one after the other before a person is asked whether to go on. */
const MAX_DEATHS = 3;

/**
 * After every event that a task may have waited for it goes on by itself: to verification, rework, review, the next phase
 * or its end; with an answer, once the agent that asked is gone, and again when an agent died before it heard the answer.
 * Nothing happens while an agent works, a person is waited for, or the task is paused. An event from before the newest
 * run asks for nothing any more, so that a replay never starts what a person was left to resume.
 */
export const advanceByItself: Policy = {
  name: 'advance-by-itself',
  react(event) {
    if (!isProgress(event)) return null;
    return (state, context) => {
      if (state === null || state.lifecycle.deleted || state.lifecycle.paused) return [];
      if (openRun(state.runs) || isOutdated(event, state)) return [];
      if (isDeath(event) && !deservesAnotherRun(state)) return [];
      return advanceTask(state, context);
    };
  },
};

function isProgress(event: StoredTaskEvent): boolean {
  switch (event.type) {
    case 'PhaseCompleted':
    case 'VerificationCompleted':
    case 'ReviewApproved':
    case 'ReviewChangesRequested':
    case 'QuestionAnswered':
    case 'DependencyProvided':
    case 'DependencySkipped':
    case 'DependencyDenied':
    case 'MessageSent':
      return true;
    case 'RunEnded':
      return event.payload.outcome !== 'failed' && event.payload.outcome !== 'rate_limited';
    default:
      return false;
  }
}

/** Ids sort in the order of their creation: a run with a later id was requested after the event. */
function isOutdated(event: StoredTaskEvent, { runs }: TaskState): boolean {
  const last = runs.at(-1)?.runId;
  return last !== undefined && last.slice('run_'.length) > event.id.slice('evt_'.length);
}

function isDeath(event: StoredTaskEvent): boolean {
  if (event.type !== 'RunEnded') return false;
  return event.payload.outcome === 'crashed' || event.payload.outcome === 'interrupted';
}

/** What a person said is still to be heard, and not every agent so far has died of it. */
function deservesAnotherRun(state: TaskState): boolean {
  const deaths = state.runs.slice(-MAX_DEATHS).filter((run) => run.outcome === 'crashed').length;
  return pendingInput(state).length > 0 && deaths < MAX_DEATHS;
}
