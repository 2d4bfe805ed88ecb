import { findAnchor, GitReadError } from '@ccs/agent';
import type { FeedbackDto, ReviewDto } from '@ccs/contract';
import type { Feedback } from '@ccs/core/task/model/reviews';
import type { ReviewView } from '@ccs/core/task/view/task-views';
import { toFeedbackDto, toReviewFields } from '../../dto/review-dto.ts';
import type { HttpDeps } from '../../http-deps.ts';
import { openReviewFiles, type ReviewFiles } from './review-files.ts';

/** A review as clients see it, with its feedback. @throws DomainError task_not_found */
export async function describeReview(deps: HttpDeps, review: ReviewView): Promise<ReviewDto> {
  const [reviews, files] = await Promise.all([
    deps.readModels.listReviews(review.taskId),
    openReviewFiles(deps, review.taskId),
  ]);
  return withFeedback(review, reviews, files);
}

/**
 * Its own feedback, and what is still open from earlier rounds, each with its place in this round's content.
 * @param reviews all reviews of the task.
 */
export async function withFeedback(
  review: ReviewView,
  reviews: readonly ReviewView[],
  files: ReviewFiles,
): Promise<ReviewDto> {
  const earlier = reviews
    .filter((each) => each.phase === review.phase && each.round < review.round)
    .flatMap((each) => each.feedback)
    .filter((each) => each.state === 'open');
  const feedback = await Promise.all(
    [...earlier, ...review.feedback].map(async (each) =>
      toFeedbackDto(each, await anchorIn(review, each, files)),
    ),
  );
  return { ...toReviewFields(review), feedback };
}

async function anchorIn(
  review: ReviewView,
  { reviewId, path, startLine, endLine, excerpt }: Feedback,
  files: ReviewFiles,
): Promise<FeedbackDto['anchor']> {
  if (reviewId === review.reviewId) return { startLine, endLine, stale: false };
  const file = await files.read(review.commit, path).catch(absent);
  if (startLine === null || endLine === null) return { startLine, endLine, stale: file === null };
  if (excerpt === null || file === null || file.content === null) return { startLine, endLine, stale: true };
  return findAnchor(file.content, { startLine, endLine, excerpt });
}

/** A review is shown also when its workspace is gone. */
function absent(error: unknown): null {
  if (error instanceof GitReadError) return null;
  throw error;
}
