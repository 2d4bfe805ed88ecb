import type { ReviewView, ReworkView, VerificationView } from '@ccs/core/task/view/task-views';
import type { FeedbackRow, ReviewRow, ReworkAttemptRow, VerificationRow } from '../schema/quality-tables.ts';
import { parseOrNull } from './views.ts';

/* The way back from rows to views; about the casts: `views.ts`. */

/** The view of a review with its feedback, which is in the order in which it was given. */
export function toReviewView(row: ReviewRow, feedback: readonly FeedbackRow[]): ReviewView {
  return {
    reviewId: row.review_id,
    taskId: row.task_id,
    phase: row.phase,
    round: row.round,
    status: row.status,
    files: JSON.parse(row.files),
    verificationId: row.verification_id,
    baseCommit: row.base_commit,
    commit: row.commit,
    feedback: feedback.map(toFeedback),
    createdAt: row.created_at,
    resolvedAt: row.resolved_at,
    resolvedBy: row.resolved_by,
    note: row.note,
  } as ReviewView;
}

function toFeedback(row: FeedbackRow): ReviewView['feedback'][number] {
  return {
    feedbackId: row.feedback_id,
    reviewId: row.review_id,
    round: row.round,
    path: row.path,
    startLine: row.start_line,
    endLine: row.end_line,
    kind: row.kind,
    body: row.body,
    excerpt: row.excerpt,
    state: row.state,
    proposal: row.proposal,
    createdAt: row.created_at,
    createdBy: row.created_by,
  } as ReviewView['feedback'][number];
}

export function toVerificationView(row: VerificationRow): VerificationView {
  return {
    verificationId: row.verification_id,
    taskId: row.task_id,
    phase: row.phase,
    runId: row.run_id,
    verdict: row.verdict,
    criteria: JSON.parse(row.criteria),
    tests: parseOrNull(row.tests),
    failure: parseOrNull(row.failure),
    createdAt: row.created_at,
  } as VerificationView;
}

export function toReworkView(row: ReworkAttemptRow): ReworkView {
  return {
    taskId: row.task_id,
    phase: row.phase,
    attemptNumber: row.attempt_number,
    verificationId: row.verification_id,
    failedCriteria: JSON.parse(row.failed_criteria),
    reworkPrompt: row.rework_prompt,
    startedAt: row.started_at,
    completedAt: row.completed_at,
    result: row.result,
  } as ReworkView;
}
