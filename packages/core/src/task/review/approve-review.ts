import type { ReviewId, TaskId } from '../../vocabulary/ids.ts';
import type { TaskEvent } from '../model/events.ts';
import type { ReviewState } from '../model/reviews.ts';
import type { TaskState } from '../model/state.ts';
import { gateOf } from './gate.ts';
import { requireOpenReview } from './require-review.ts';

export interface ApproveReviewInput {
  readonly taskId: TaskId;
  readonly reviewId: ReviewId;
  readonly note?: string;
}

/** Approves the open review of a task; what follows is decided by a policy. */
export function approveReview(state: TaskState | null, input: ApproveReviewInput): readonly TaskEvent[] {
  const { review } = requireOpenReview(state, input);
  return [approval(review, input.note)];
}

/** Approves the open review of a task whose gate opens by itself. What a person has begun to review is left to them. */
export function approveByItself(state: TaskState | null): readonly TaskEvent[] {
  if (state?.lifecycle.status !== 'review' || state.lifecycle.paused) return [];
  const review = state.reviews.at(-1);
  if (review?.status !== 'pending') return [];
  const gate = gateOf(state.lifecycle, review.phase);
  const { reports } = state.verifications;
  const verdict = reports.find((each) => each.verificationId === review.verificationId)?.verdict;
  const opens = gate === 'auto' || (gate === 'auto_if_verified' && verdict === 'passed');
  return opens ? [approval(review)] : [];
}

function approval(review: ReviewState, note?: string): TaskEvent {
  return {
    type: 'ReviewApproved',
    payload: { reviewId: review.reviewId, phase: review.phase, ...(note ? { note } : {}) },
  };
}
