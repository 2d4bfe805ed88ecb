import { idSchema } from '@ccs/contract';
import { DomainError } from '@ccs/core/kernel/domain-error';
import type { ReviewView } from '@ccs/core/task/view/task-views';
import type { FeedbackId, ReviewId } from '@ccs/core/vocabulary/ids';
import { z } from 'zod';
import type { HttpDeps } from '../../http-deps.ts';

export const reviewParams = z.object({ id: idSchema('review').transform((id) => id as ReviewId) });
export const feedbackParams = z.object({ id: idSchema('feedback').transform((id) => id as FeedbackId) });

/** The review that a path names. @throws DomainError review_not_found */
export async function findReview(deps: HttpDeps, reviewId: ReviewId): Promise<ReviewView> {
  const review = await deps.readModels.findReview(reviewId);
  if (!review) throw new DomainError({ code: 'review_not_found', reviewId });
  return review;
}
