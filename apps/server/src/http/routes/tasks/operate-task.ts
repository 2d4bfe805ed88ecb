import { taskSchema } from '@ccs/contract';
import type { Reaction } from '@ccs/core/policies/policy';
import { cancelTask } from '@ccs/core/task/lifecycle/cancel-task';
import { executeTask } from '@ccs/core/task/lifecycle/execute-task';
import { pauseTask } from '@ccs/core/task/lifecycle/pause-task';
import { resumeTask } from '@ccs/core/task/lifecycle/resume-task';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import type { App, HttpDeps } from '../../http-deps.ts';
import { toTaskDto } from '../../dto/task-dto.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from './find-task.ts';
import { taskParams } from './task-params.ts';

const OPERATIONS: readonly {
  readonly name: string;
  readonly summary: string;
  readonly decide: (taskId: TaskId) => Reaction;
}[] = [
  {
    name: 'execute',
    summary: 'Queue a draft, or a failed task again',
    decide: (taskId) => (state, context) => executeTask(state, { taskId }, context),
  },
  {
    name: 'pause',
    summary: 'Stop the agent; conversation and files are kept',
    decide: (taskId) => (state) => pauseTask(state, { taskId }),
  },
  {
    name: 'resume',
    summary: 'Go on with a paused or interrupted task in the same Claude session',
    decide: (taskId) => (state, context) => resumeTask(state, { taskId }, context),
  },
  {
    name: 'cancel',
    summary: 'End the task and its agent; the workspace stays',
    decide: (taskId) => (state) => cancelTask(state, { taskId }),
  },
];

/** POST /tasks/{id}/execute, pause, resume and cancel: the same request, another verb. */
export function operateTask(app: App, deps: HttpDeps): void {
  for (const { name, summary, decide } of OPERATIONS) {
    app.post(
      `/tasks/:id/${name}`,
      {
        schema: {
          operationId: `${name}Task`,
          tags: ['tasks'],
          summary,
          params: taskParams,
          response: { 202: taskSchema, ...problemResponses },
        },
      },
      async (request, reply) => {
        const taskId = request.params.id;
        await deps.commands.handle({ taskId, actor: 'user', decide: decide(taskId) });
        const task = await findTask(deps, taskId);
        return reply.status(202).send(toTaskDto(task, deps.streams.peek(taskId)?.lastAction ?? null));
      },
    );
  }
}
