import { reviewSchema } from '@ccs/contract';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { describeReview } from './describe-review.ts';
import { findReview, reviewParams } from './review-params.ts';

export function getReview(app: App, deps: HttpDeps): void {
  app.get(
    '/reviews/:id',
    {
      schema: {
        operationId: 'getReview',
        tags: ['reviews'],
        summary: 'One round of review, with its feedback and what is still open from earlier rounds',
        params: reviewParams,
        response: { 200: reviewSchema, ...problemResponses },
      },
    },
    async (request) => describeReview(deps, await findReview(deps, request.params.id)),
  );
}
