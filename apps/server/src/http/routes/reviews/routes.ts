import type { App, HttpDeps } from '../../http-deps.ts';
import { addFeedback } from './add-feedback.ts';
import { approveReview } from './approve-review.ts';
import { diffReview } from './diff-review.ts';
import { getReview } from './get-review.ts';
import { listReviews } from './list-reviews.ts';
import { listVerifications } from './list-verifications.ts';
import { openReview } from './open-review.ts';
import { readReviewFile } from './read-review-file.ts';
import { requestChanges } from './request-changes.ts';
import { setFeedbackState } from './set-feedback-state.ts';

export function reviewRoutes(app: App, deps: HttpDeps): void {
  for (const route of [
    listReviews,
    openReview,
    getReview,
    approveReview,
    requestChanges,
    addFeedback,
    setFeedbackState,
    diffReview,
    readReviewFile,
    listVerifications,
  ]) {
    route(app, deps);
  }
}
