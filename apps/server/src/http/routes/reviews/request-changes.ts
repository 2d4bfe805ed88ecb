import { requestChangesBodySchema, reviewSchema } from '@ccs/contract';
import { requestChanges as decideRequest } from '@ccs/core/task/review/request-changes';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { describeReview } from './describe-review.ts';
import { toFeedbackText } from './feedback-text.ts';
import { openReviewFiles } from './review-files.ts';
import { findReview, reviewParams } from './review-params.ts';

export function requestChanges(app: App, deps: HttpDeps): void {
  app.patch(
    '/reviews/:id/request-changes',
    {
      schema: {
        operationId: 'requestChanges',
        tags: ['reviews'],
        summary: 'Send the phase back to work with everything that is open',
        description: 'The feedback in this request and all that was given before and not resolved.',
        params: reviewParams,
        body: requestChangesBodySchema,
        response: { 200: reviewSchema, ...problemResponses },
      },
    },
    async (request) => {
      const reviewId = request.params.id;
      const { body } = request;
      const review = await findReview(deps, reviewId);
      const { taskId } = review;
      const files = await openReviewFiles(deps, taskId);
      const feedback = await Promise.all(body.feedback.map((each) => toFeedbackText(review, files, each)));
      const summary = body.summary ?? null;
      await deps.commands.handle({
        taskId,
        actor: 'user',
        decide: (state, context) => decideRequest(state, { taskId, reviewId, summary, feedback }, context),
      });
      return describeReview(deps, await findReview(deps, reviewId));
    },
  );
}
