import type { FeedbackDto, ReviewDto } from '@ccs/contract';
import type { Feedback } from '@ccs/core/task/model/reviews';
import type { ReviewView } from '@ccs/core/task/view/task-views';

/** A review without its feedback. */
export function toReviewFields(view: ReviewView): Omit<ReviewDto, 'feedback'> {
  return {
    id: view.reviewId,
    taskId: view.taskId,
    phase: view.phase,
    round: view.round,
    status: view.status,
    files: [...view.files],
    verificationId: view.verificationId,
    baseCommit: view.baseCommit,
    commit: view.commit,
    note: view.note,
    createdAt: view.createdAt,
    resolvedAt: view.resolvedAt,
    resolvedBy: view.resolvedBy,
  };
}

/** @param anchor where it belongs in the review that is asked for. */
export function toFeedbackDto(feedback: Feedback, anchor: FeedbackDto['anchor']): FeedbackDto {
  return {
    id: feedback.feedbackId,
    reviewId: feedback.reviewId,
    path: feedback.path,
    startLine: feedback.startLine,
    endLine: feedback.endLine,
    kind: feedback.kind,
    body: feedback.body,
    state: feedback.state,
    round: feedback.round,
    excerpt: feedback.excerpt,
    proposal: feedback.proposal,
    anchor,
    createdAt: feedback.createdAt,
    createdBy: feedback.createdBy,
  };
}
