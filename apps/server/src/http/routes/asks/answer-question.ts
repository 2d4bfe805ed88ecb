import { answerQuestionBodySchema, questionSchema } from '@ccs/contract';
import { answerQuestion as decideAnswer } from '@ccs/core/task/ask/answer-question';
import { toQuestionDto } from '../../dto/ask-dto.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { findQuestion, questionParams } from './ask-params.ts';

export function answerQuestion(app: App, deps: HttpDeps): void {
  app.post(
    '/questions/:id/answer',
    {
      schema: {
        operationId: 'answerQuestion',
        tags: ['asks'],
        summary: 'Answer a question, once; the task goes on by itself',
        description: 'One of the options or other words. Several options are joined by ", ".',
        params: questionParams,
        body: answerQuestionBodySchema,
        response: { 200: questionSchema, ...problemResponses },
      },
    },
    async (request) => {
      const questionId = request.params.id;
      const { answer } = request.body;
      const { taskId } = await findQuestion(deps, questionId);
      await deps.commands.handle({
        taskId,
        actor: 'user',
        decide: (state, context) => decideAnswer(state, { taskId, questionId, answer }, context),
      });
      return toQuestionDto(await findQuestion(deps, questionId));
    },
  );
}
