import { reviewListSchema } from '@ccs/contract';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from '../tasks/find-task.ts';
import { taskParams } from '../tasks/task-params.ts';
import { withFeedback } from './describe-review.ts';
import { openReviewFiles } from './review-files.ts';

export function listReviews(app: App, deps: HttpDeps): void {
  app.get(
    '/tasks/:id/reviews',
    {
      schema: {
        operationId: 'listReviews',
        tags: ['reviews'],
        summary: 'Every round of review, oldest first',
        params: taskParams,
        response: { 200: reviewListSchema, ...problemResponses },
      },
    },
    async (request) => {
      const { taskId } = await findTask(deps, request.params.id);
      const reviews = await deps.readModels.listReviews(taskId);
      const files = await openReviewFiles(deps, taskId);
      return { items: await Promise.all(reviews.map((review) => withFeedback(review, reviews, files))) };
    },
  );
}
