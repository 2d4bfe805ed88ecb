import { describeMerge as describe } from '@ccs/agent';
import { mergePlanSchema } from '@ccs/contract';
import { DomainError } from '@ccs/core/kernel/domain-error';
import { changeDocumentsFolder } from '@ccs/core/vocabulary/pipelines/modify-app';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from '../tasks/find-task.ts';
import { placeOf } from '../tasks/place-of.ts';
import { taskParams } from '../tasks/task-params.ts';

export function describeMerge(app: App, deps: HttpDeps): void {
  app.get(
    '/tasks/:id/merge',
    {
      schema: {
        operationId: 'describeMerge',
        tags: ['changes'],
        summary: 'Where a merge of a modify_app task would go, and how much it is',
        description: 'Changes nothing, and does not try whether it conflicts.',
        params: taskParams,
        response: { 200: mergePlanSchema, ...problemResponses },
      },
    },
    async (request) => {
      const task = await findTask(deps, request.params.id);
      const { taskId, source } = task;
      if (!source) {
        throw new DomainError({
          code: 'merge_refused',
          reason: 'There is no folder of this machine to merge into.',
        });
      }
      return describe({ ...placeOf(deps, task), source }, changeDocumentsFolder(taskId));
    },
  );
}
