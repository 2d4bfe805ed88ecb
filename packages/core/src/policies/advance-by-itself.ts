import { openRun } from '../task/model/runs.ts';
import type { StoredTaskEvent } from '../task/model/events.ts';
import { advanceTask } from '../task/phase/advance-task.ts';
import type { Policy } from './policy.ts';

/**
 * After every event that a task may have waited for it goes on by itself: to verification, rework, review, the next phase
 * or its end; with an answer, once the agent that asked is gone. Nothing happens while an agent works, a person
 * is waited for, or the task is paused.
 */
export const advanceByItself: Policy = {
  name: 'advance-by-itself',
  react(event) {
    if (!isProgress(event)) return null;
    return (state, context) => {
      if (state === null || state.lifecycle.deleted || state.lifecycle.paused) return [];
      if (openRun(state.runs)) return [];
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
      return event.payload.outcome === 'blocked' || event.payload.outcome === 'completed';
    default:
      return false;
  }
}
