import { DomainError } from '../../kernel/domain-error.ts';
import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';
import { addFeedback, type AddFeedbackInput } from './add-feedback.ts';
import { openFeedback } from './open-feedback.ts';
import { requireOpenReview } from './require-review.ts';

export interface RequestChangesInput extends AddFeedbackInput {
  readonly summary: string | null;
}

/**
 * Sends the phase back to work with everything that is open: this request's feedback and what was said before.
 * @throws DomainError review_closed, changes_empty when there is nothing to change
 */
export function requestChanges(
  state: TaskState | null,
  input: RequestChangesInput,
  context: DecisionContext,
): readonly TaskEvent[] {
  const { task, review } = requireOpenReview(state, input);
  const isEmpty = input.summary === null && input.feedback.length === 0;
  if (isEmpty && openFeedback(task, review.phase).length === 0) {
    throw new DomainError({ code: 'changes_empty', reviewId: review.reviewId });
  }
  return [
    ...addFeedback(state, input, context),
    {
      type: 'ReviewChangesRequested',
      payload: { reviewId: review.reviewId, phase: review.phase, summary: input.summary },
    },
  ];
}
