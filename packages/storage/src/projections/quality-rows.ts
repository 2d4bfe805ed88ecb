import type { TaskViews } from '@ccs/core/task/view/derive-views';
import type { FeedbackRow, ReviewRow, ReworkAttemptRow, VerificationRow } from '../schema/quality-tables.ts';

export function reviewRows({ reviews }: TaskViews): readonly ReviewRow[] {
  return reviews.map((review, ordinal) => ({
    review_id: review.reviewId,
    task_id: review.taskId,
    ordinal,
    phase: review.phase,
    round: review.round,
    status: review.status,
    files: JSON.stringify(review.files),
    created_at: review.createdAt,
    resolved_at: review.resolvedAt,
    resolved_by: review.resolvedBy,
    note: review.note,
    verification_id: review.verificationId,
    base_commit: review.baseCommit,
    commit: review.commit,
  }));
}

/** The feedback of all reviews of a task; `ordinal` is its place within its review. */
export function feedbackRows({ reviews }: TaskViews): readonly FeedbackRow[] {
  return reviews.flatMap((review) =>
    review.feedback.map((feedback, ordinal) => ({
      feedback_id: feedback.feedbackId,
      task_id: review.taskId,
      ordinal,
      review_id: feedback.reviewId,
      round: feedback.round,
      path: feedback.path,
      start_line: feedback.startLine,
      end_line: feedback.endLine,
      kind: feedback.kind,
      body: feedback.body,
      excerpt: feedback.excerpt,
      state: feedback.state,
      proposal: feedback.proposal,
      created_at: feedback.createdAt,
      created_by: feedback.createdBy,
    })),
  );
}

export function verificationRows({ verifications }: TaskViews): readonly VerificationRow[] {
  return verifications.map((verification, ordinal) => ({
    verification_id: verification.verificationId,
    task_id: verification.taskId,
    ordinal,
    phase: verification.phase,
    run_id: verification.runId,
    verdict: verification.verdict,
    criteria: JSON.stringify(verification.criteria),
    tests: verification.tests && JSON.stringify(verification.tests),
    failure: verification.failure && JSON.stringify(verification.failure),
    created_at: verification.createdAt,
  }));
}

export function reworkRows({ reworks }: TaskViews): readonly ReworkAttemptRow[] {
  return reworks.map((rework, ordinal) => ({
    task_id: rework.taskId,
    ordinal,
    phase: rework.phase,
    attempt_number: rework.attemptNumber,
    verification_id: rework.verificationId,
    failed_criteria: JSON.stringify(rework.failedCriteria),
    rework_prompt: rework.reworkPrompt,
    started_at: rework.startedAt,
    completed_at: rework.completedAt,
    result: rework.result,
  }));
}
