import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { ReviewId, TaskId } from '../../vocabulary/ids.ts';
import type { FeedbackText, TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import { requireOpenReview } from './require-review.ts';

export interface AddFeedbackInput {
  readonly taskId: TaskId;
  readonly reviewId: ReviewId;
  readonly feedback: readonly FeedbackText[];
}

/** Says something about files of the open review. @throws DomainError review_not_found, review_closed */
export function addFeedback(
  state: TaskState | null,
  input: AddFeedbackInput,
  context: DecisionContext,
): readonly TaskEvent[] {
  const { review } = requireOpenReview(state, input);
  return input.feedback.map((each) => ({
    type: 'FeedbackAdded',
    payload: { ...each, feedbackId: context.ids.next('feedback'), reviewId: review.reviewId },
  }));
}
