import { taskSchema } from '@ccs/contract';
import type { App, HttpDeps } from '../../http-deps.ts';
import { toTaskDto } from '../../dto/task-dto.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from './find-task.ts';
import { taskParams } from './task-params.ts';

export function getTask(app: App, deps: HttpDeps): void {
  app.get(
    '/tasks/:id',
    {
      schema: {
        operationId: 'getTask',
        tags: ['tasks'],
        summary: 'One task',
        params: taskParams,
        response: { 200: taskSchema, ...problemResponses },
      },
    },
    async (request) => {
      const task = await findTask(deps, request.params.id);
      return toTaskDto(task, deps.streams.peek(task.taskId)?.lastAction ?? null);
    },
  );
}
