import { dependencyListSchema, questionListSchema } from '@ccs/contract';
import { toDependencyDto, toQuestionDto } from '../../dto/ask-dto.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from '../tasks/find-task.ts';
import { taskParams } from '../tasks/task-params.ts';

export function listAsks(app: App, deps: HttpDeps): void {
  app.get(
    '/tasks/:id/questions',
    {
      schema: {
        operationId: 'listQuestions',
        tags: ['asks'],
        summary: 'Every question of the agent and its answer, oldest first',
        params: taskParams,
        response: { 200: questionListSchema, ...problemResponses },
      },
    },
    async (request) => {
      const { taskId } = await findTask(deps, request.params.id);
      const questions = await deps.readModels.listQuestions(taskId);
      return { items: questions.map(toQuestionDto) };
    },
  );
  app.get(
    '/tasks/:id/dependencies',
    {
      schema: {
        operationId: 'listDependencies',
        tags: ['asks'],
        summary: 'Everything that the agent needed, permissions too, oldest first',
        params: taskParams,
        response: { 200: dependencyListSchema, ...problemResponses },
      },
    },
    async (request) => {
      const { taskId } = await findTask(deps, request.params.id);
      const dependencies = await deps.readModels.listDependencies(taskId);
      return { items: dependencies.map(toDependencyDto) };
    },
  );
}
