import { feedbackBodySchema, feedbackSchema } from '@ccs/contract';
import { addFeedback as decideAdd } from '@ccs/core/task/review/add-feedback';
import { toFeedbackDto } from '../../dto/review-dto.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { toFeedbackText } from './feedback-text.ts';
import { openReviewFiles } from './review-files.ts';
import { findReview, reviewParams } from './review-params.ts';

export function addFeedback(app: App, deps: HttpDeps): void {
  app.post(
    '/reviews/:id/feedback',
    {
      schema: {
        operationId: 'addFeedback',
        tags: ['reviews'],
        summary: 'Say something about a file of the open review, or some lines of it',
        description: 'The agent gets it with the next request for changes.',
        params: reviewParams,
        body: feedbackBodySchema,
        response: { 201: feedbackSchema, ...problemResponses },
      },
    },
    async (request, reply) => {
      const reviewId = request.params.id;
      const review = await findReview(deps, reviewId);
      const { taskId } = review;
      const text = await toFeedbackText(review, await openReviewFiles(deps, taskId), request.body);
      const { state } = await deps.commands.handle({
        taskId,
        actor: 'user',
        decide: (current, context) => decideAdd(current, { taskId, reviewId, feedback: [text] }, context),
      });
      const stored = state?.reviews.find((each) => each.reviewId === reviewId)?.feedback.at(-1);
      if (!stored) throw new Error('feedback was added, but is not there');
      const { startLine, endLine } = stored;
      return reply.status(201).send(toFeedbackDto(stored, { startLine, endLine, stale: false }));
    },
  );
}
