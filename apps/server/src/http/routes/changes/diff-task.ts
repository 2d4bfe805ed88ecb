import { diffSchema, taskDiffQuerySchema } from '@ccs/contract';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from '../tasks/find-task.ts';
import { taskParams } from '../tasks/task-params.ts';
import { describeDiff } from './describe-diff.ts';
import { rangeOf } from './range-of.ts';

export function diffTask(app: App, deps: HttpDeps): void {
  app.get(
    '/tasks/:id/diff',
    {
      schema: {
        operationId: 'diffTask',
        tags: ['changes'],
        summary: 'What one phase changed, or without `phase` the whole work',
        description:
          'A modify_app task is compared with the project as it was; others begin with nothing. What is not committed ' +
          'yet is not there, and `head` is null while nothing is.',
        params: taskParams,
        querystring: taskDiffQuerySchema,
        response: { 200: diffSchema, ...problemResponses },
      },
    },
    async (request) => {
      const task = await findTask(deps, request.params.id);
      return describeDiff(deps, task, await rangeOf(deps, task, request.query.phase));
    },
  );
}
