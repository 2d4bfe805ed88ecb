import { deleteTaskQuerySchema } from '@ccs/contract';
import { deleteTask as decideDelete } from '@ccs/core/task/lifecycle/delete-task';
import { z } from 'zod';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { taskParams } from './task-params.ts';

export function deleteTask(app: App, deps: HttpDeps): void {
  app.delete(
    '/tasks/:id',
    {
      schema: {
        operationId: 'deleteTask',
        tags: ['tasks'],
        summary: 'Delete a task; its events stay as the audit log',
        description: 'With `removeFiles=true` the workspace is removed, too.',
        params: taskParams,
        querystring: deleteTaskQuerySchema,
        response: { 204: z.null(), ...problemResponses },
      },
    },
    async (request, reply) => {
      const taskId = request.params.id;
      const { removeFiles } = request.query;
      await deps.commands.handle({
        taskId,
        actor: 'user',
        decide: (state) => decideDelete(state, { taskId, removeFiles }),
      });
      return reply.status(204).send(null);
    },
  );
}
