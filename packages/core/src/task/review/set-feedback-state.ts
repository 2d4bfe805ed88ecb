import { DomainError } from '../../kernel/domain-error.ts';
import type { FeedbackId, RunId, TaskId } from '../../vocabulary/ids.ts';
import type { FeedbackState } from '../../vocabulary/quality.ts';
import { requireTask } from '../lifecycle/require-task.ts';
import type { TaskEvent } from '../model/events.ts';
import { findFeedback } from '../model/reviews.ts';
import type { TaskState } from '../model/state.ts';
import { currentRun } from '../run/current-run.ts';

/** A person resolves or reopens what was said. @throws DomainError feedback_not_found */
export function setFeedbackState(
  state: TaskState | null,
  input: { readonly taskId: TaskId; readonly feedbackId: FeedbackId; readonly state: FeedbackState },
): readonly TaskEvent[] {
  const task = requireTask(state, input.taskId);
  const feedback = findFeedback(task.reviews, input.feedbackId);
  if (!feedback) throw new DomainError({ code: 'feedback_not_found', feedbackId: input.feedbackId });
  if (feedback.state === input.state) return [];
  return [{ type: 'FeedbackStateChanged', payload: { feedbackId: feedback.feedbackId, state: input.state } }];
}

/** The agent says how it dealt with what was said; a person decides whether that resolves it. */
export function proposeResolution(
  state: TaskState | null,
  input: { readonly runId: RunId; readonly feedbackId: FeedbackId; readonly note: string },
): readonly TaskEvent[] {
  if (!state || !currentRun(state, input.runId)) return [];
  const feedback = findFeedback(state.reviews, input.feedbackId);
  if (feedback?.state !== 'open') return [];
  return [
    {
      type: 'FeedbackResolutionProposed',
      payload: { feedbackId: feedback.feedbackId, note: input.note },
    },
  ];
}
