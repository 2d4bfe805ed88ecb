import { reviewListSchema } from '@ccs/contract';
import type { App, HttpDeps } from '../../http-deps.ts';
import { toReviewDto } from '../../dto/task-dto.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from '../tasks/find-task.ts';
import { taskParams } from '../tasks/task-params.ts';

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
      const task = await findTask(deps, request.params.id);
      const reviews = await deps.readModels.listReviews(task.taskId);
      return { items: reviews.map(toReviewDto) };
    },
  );
}
