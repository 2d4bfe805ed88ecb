import { approveReviewBodySchema, reviewSchema } from '@ccs/contract';
import { approveReview as decideApprove } from '@ccs/core/task/review/approve-review';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { describeReview } from './describe-review.ts';
import { findReview, reviewParams } from './review-params.ts';

export function approveReview(app: App, deps: HttpDeps): void {
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
      const { taskId } = await findReview(deps, reviewId);
      await deps.commands.handle({
        taskId,
        actor: 'user',
        decide: (state) => decideApprove(state, { taskId, reviewId, note: request.body?.note }),
      });
      return describeReview(deps, await findReview(deps, reviewId));
    },
  );
}
