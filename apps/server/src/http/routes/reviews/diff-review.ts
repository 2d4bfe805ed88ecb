import { diffSchema, reviewDiffQuerySchema } from '@ccs/contract';
import type { ReviewView } from '@ccs/core/task/view/task-views';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { describeDiff } from '../changes/describe-diff.ts';
import { findTask } from '../tasks/find-task.ts';
import { findReview, reviewParams } from './review-params.ts';

export function diffReview(app: App, deps: HttpDeps): void {
  app.get(
    '/reviews/:id/diff',
    {
      schema: {
        operationId: 'diffReview',
        tags: ['reviews'],
        summary: 'What the phase changed, or what changed since the last round',
        description: 'In the first round, `previous` is the same as `phase`.',
        params: reviewParams,
        querystring: reviewDiffQuerySchema,
        response: { 200: diffSchema, ...problemResponses },
      },
    },
    async (request) => {
      const review = await findReview(deps, request.params.id);
      const { against, path } = request.query;
      const previous = against === 'previous' ? await previousRound(deps, review) : undefined;
      const task = await findTask(deps, review.taskId);
      const range = { base: previous?.commit ?? review.baseCommit, head: review.commit };
      return describeDiff(deps, task, range, path);
    },
  );
}

async function previousRound(deps: HttpDeps, review: ReviewView): Promise<ReviewView | undefined> {
  const reviews = await deps.readModels.listReviews(review.taskId);
  return reviews.findLast((each) => each.phase === review.phase && each.round < review.round);
}
