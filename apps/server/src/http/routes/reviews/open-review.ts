import { reviewSchema } from '@ccs/contract';
import { DomainError } from '@ccs/core/kernel/domain-error';
import { allowedOperations } from '@ccs/core/task/lifecycle/allowed-operations';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from '../tasks/find-task.ts';
import { taskParams } from '../tasks/task-params.ts';
import { describeReview } from './describe-review.ts';

/** A review opens by itself when its phase is complete, so all that is left to do is to give it out. */
export function openReview(app: App, deps: HttpDeps): void {
  app.post(
    '/tasks/:id/reviews',
    {
      schema: {
        operationId: 'openReview',
        tags: ['reviews'],
        summary: 'The open review of a task that is in review',
        description: 'Reviews open by themselves; this says which one is open, and changes nothing.',
        params: taskParams,
        response: { 200: reviewSchema, ...problemResponses },
      },
    },
    async (request) => {
      const task = await findTask(deps, request.params.id);
      const { taskId, status } = task;
      const review = (await deps.readModels.listReviews(taskId)).at(-1);
      if (status !== 'review' || !review) {
        const allowed = allowedOperations(task);
        throw new DomainError({ code: 'illegal_transition', operation: 'review', status, allowed });
      }
      return describeReview(deps, review);
    },
  );
}
