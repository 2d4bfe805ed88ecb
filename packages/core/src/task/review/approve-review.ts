import { DomainError } from '../../kernel/domain-error.ts';
import type { ReviewId, TaskId } from '../../vocabulary/ids.ts';
import { requireOperation, requireTask } from '../lifecycle/require-task.ts';
import type { TaskEvent } from '../model/events.ts';
import type { ReviewState } from '../model/reviews.ts';
import type { TaskState } from '../model/state.ts';

export interface ApproveReviewInput {
  readonly taskId: TaskId;
  readonly reviewId: ReviewId;
  readonly note?: string;
}

/** Approves the open review of a task; what follows is decided by a policy. */
export function approveReview(state: TaskState | null, input: ApproveReviewInput): readonly TaskEvent[] {
  const task = requireTask(state, input.taskId);
  const review = task.reviews.find((candidate) => candidate.reviewId === input.reviewId);
  if (!review) throw new DomainError({ code: 'review_not_found', reviewId: input.reviewId });
  if (review.status === 'approved' || review !== task.reviews.at(-1)) {
    throw new DomainError({ code: 'review_closed', reviewId: review.reviewId, status: review.status });
  }
  requireOperation(task, 'approve');
  return [approval(review, input.note)];
}

/** Approves the open review of a task that approves by itself. */
export function approveByItself(state: TaskState | null): readonly TaskEvent[] {
  if (state?.lifecycle.status !== 'review' || !state.lifecycle.autoApprove || state.lifecycle.paused)
    return [];
  const review = state.reviews.at(-1);
  return review?.status === 'pending' ? [approval(review)] : [];
}

function approval(review: ReviewState, note?: string): TaskEvent {
  return {
    type: 'ReviewApproved',
    payload: { reviewId: review.reviewId, phase: review.phase, ...(note ? { note } : {}) },
  };
}
