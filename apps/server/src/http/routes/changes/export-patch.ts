import { exportPatch as readPatch } from '@ccs/agent';
import { patchQuerySchema } from '@ccs/contract';
import { changeDocumentsFolder } from '@ccs/core/vocabulary/pipelines/modify-app';
import path from 'node:path';
import { Readable } from 'node:stream';
import { redactLines } from '../../redact-lines.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { HttpProblem } from '../../problems.ts';
import { findTask } from '../tasks/find-task.ts';
import { placeOf } from '../tasks/place-of.ts';
import { taskParams } from '../tasks/task-params.ts';
import { rangeOf } from './range-of.ts';

export function exportPatch(app: App, deps: HttpDeps): void {
  app.get(
    '/tasks/:id/patch',
    {
      schema: {
        operationId: 'exportPatch',
        tags: ['changes'],
        summary: 'The whole work as a patch that `git apply` takes',
        produces: ['text/x-diff'],
        params: taskParams,
        querystring: patchQuerySchema,
      },
    },
    async (request, reply) => {
      const task = await findTask(deps, request.params.id);
      const { base, head } = await rangeOf(deps, task);
      if (head === null) throw new HttpProblem('file_not_found', 'nothing has been committed yet');
      const without = request.query.documents ? [] : [changeDocumentsFolder(task.taskId)];
      const patch = await readPatch(placeOf(deps, task), base, head, { without });
      return reply
        .type('text/x-diff; charset=utf-8')
        .header('content-disposition', `attachment; filename="${path.basename(task.workspacePath)}.patch"`)
        .send(Readable.from(redactLines(patch, await deps.redactFor(task.taskId)), { objectMode: false }));
    },
  );
}
