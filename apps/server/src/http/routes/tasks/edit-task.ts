import { editTaskBodySchema, taskSchema } from '@ccs/contract';
import { editTask as decideEdit } from '@ccs/core/task/lifecycle/edit-task';
import type { App, HttpDeps } from '../../http-deps.ts';
import { toTaskDto } from '../../dto/task-dto.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from './find-task.ts';
import { taskParams } from './task-params.ts';

export function editTask(app: App, deps: HttpDeps): void {
  app.patch(
    '/tasks/:id',
    {
      schema: {
        operationId: 'editTask',
        tags: ['tasks'],
        summary: 'Change a task; title and prompt only while no agent works from them',
        params: taskParams,
        body: editTaskBodySchema,
        response: { 200: taskSchema, ...problemResponses },
      },
    },
    async (request) => {
      const taskId = request.params.id;
      const changes = request.body;
      await deps.commands.handle({
        taskId,
        actor: 'user',
        decide: (state) => decideEdit(state, { taskId, changes }),
      });
      return toTaskDto(await findTask(deps, taskId), deps.streams.peek(taskId)?.lastAction ?? null);
    },
  );
}
