import { feedbackSchema, setFeedbackStateBodySchema } from '@ccs/contract';
import { DomainError } from '@ccs/core/kernel/domain-error';
import { findFeedback } from '@ccs/core/task/model/reviews';
import { setFeedbackState as decideState } from '@ccs/core/task/review/set-feedback-state';
import { toFeedbackDto } from '../../dto/review-dto.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { feedbackParams } from './review-params.ts';

export function setFeedbackState(app: App, deps: HttpDeps): void {
  app.patch(
    '/feedback/:id',
    {
      schema: {
        operationId: 'setFeedbackState',
        tags: ['reviews'],
        summary: 'Resolve feedback, or open it again',
        params: feedbackParams,
        body: setFeedbackStateBodySchema,
        response: { 200: feedbackSchema, ...problemResponses },
      },
    },
    async (request) => {
      const feedbackId = request.params.id;
      const found = await deps.readModels.findFeedback(feedbackId);
      if (!found) throw new DomainError({ code: 'feedback_not_found', feedbackId });
      const { taskId } = found;
      const { state } = await deps.commands.handle({
        taskId,
        actor: 'user',
        decide: (current) => decideState(current, { taskId, feedbackId, state: request.body.state }),
      });
      const stored = state && findFeedback(state.reviews, feedbackId);
      if (!stored) throw new DomainError({ code: 'feedback_not_found', feedbackId });
      const { startLine, endLine } = stored;
      return toFeedbackDto(stored, { startLine, endLine, stale: false });
    },
  );
}
