import { createTaskBodySchema, taskSchema } from '@ccs/contract';
import { createTask as decideCreate } from '@ccs/core/task/lifecycle/create-task';
import { randomUUID } from 'node:crypto';
import { workspacePathFor } from '../../../runtime/workspace-path.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { toTaskDto } from '../../dto/task-dto.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from './find-task.ts';
import { resolveSource } from './resolve-source.ts';

export function createTask(app: App, deps: HttpDeps): void {
  app.post(
    '/tasks',
    {
      schema: {
        operationId: 'createTask',
        tags: ['tasks'],
        summary: 'Create a task; with `execute` also queue it',
        body: createTaskBodySchema,
        response: { 201: taskSchema, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { type, execute, dependsOn: _, workspace, questionTimeoutMinutes, ...body } = request.body;
      const taskId = deps.ids.next('task');
      const task = {
        ...body,
        taskType: type,
        questionTimeoutMinutes: questionTimeoutMinutes ?? deps.config.questionTimeoutMinutes,
        source: workspace ? await resolveSource(deps, workspace) : null,
        workspacePath: workspacePathFor(deps.config.outputDirectory, body.title, taskId),
        sessionId: randomUUID(),
      };
      await deps.commands.handle({
        taskId,
        actor: 'user',
        decide: (state, context) => decideCreate(state, { task, execute }, context),
      });
      return reply.status(201).send(toTaskDto(await findTask(deps, taskId), null));
    },
  );
}
