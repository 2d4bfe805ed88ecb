import { approveReviewBodySchema, idSchema, reviewSchema } from '@ccs/contract';
import { DomainError } from '@ccs/core/kernel/domain-error';
import { approveReview as decideApprove } from '@ccs/core/task/review/approve-review';
import type { ReviewId } from '@ccs/core/vocabulary/ids';
import { z } from 'zod';
import type { App, HttpDeps } from '../../http-deps.ts';
import { toReviewDto } from '../../dto/task-dto.ts';
import { problemResponses } from '../problem-responses.ts';

const reviewParams = z.object({ id: idSchema('review').transform((id) => id as ReviewId) });

export function approveReview(app: App, deps: HttpDeps): void {
  const find = async (reviewId: ReviewId) => {
    const review = await deps.readModels.findReview(reviewId);
    if (!review) throw new DomainError({ code: 'review_not_found', reviewId });
    return review;
  };
  app.patch(
    '/reviews/:id/approve',
    {
      schema: {
        operationId: 'approveReview',
        tags: ['reviews'],
        summary: 'Approve; the next phase starts by itself, or the task is complete',
        params: reviewParams,
        body: approveReviewBodySchema.nullish(),
        response: { 200: reviewSchema, ...problemResponses },
      },
    },
    async (request) => {
      const reviewId = request.params.id;
      const { taskId } = await find(reviewId);
      await deps.commands.handle({
        taskId,
        actor: 'user',
        decide: (state) => decideApprove(state, { taskId, reviewId, note: request.body?.note }),
      });
      return toReviewDto(await find(reviewId));
    },
  );
}
