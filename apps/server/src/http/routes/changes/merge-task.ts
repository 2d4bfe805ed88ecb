import { mergeWorkspace } from '@ccs/agent';
import { mergeBodySchema, taskSchema } from '@ccs/contract';
import { DomainError } from '@ccs/core/kernel/domain-error';
import { mergeTask as decideMerge, requireMergeable } from '@ccs/core/task/lifecycle/merge-task';
import { changeDocumentsFolder } from '@ccs/core/vocabulary/pipelines/modify-app';
import { toTaskDto } from '../../dto/task-dto.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { Turns } from '../../turns.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from '../tasks/find-task.ts';
import { placeOf } from '../tasks/place-of.ts';
import { taskParams } from '../tasks/task-params.ts';

export function mergeTask(app: App, deps: HttpDeps): void {
  const turns = new Turns();
  app.post(
    '/tasks/:id/merge',
    {
      schema: {
        operationId: 'mergeTask',
        tags: ['changes'],
        summary: 'Bring the work of a modify_app task back to where it came from',
        description:
          'A git repository gets one commit (or with `squash: false` a merge commit) on the branch that is checked out, ' +
          'which must be clean; a plain folder gets the changes. What would conflict is refused, and nothing is changed ' +
          'then.',
        params: taskParams,
        body: mergeBodySchema.nullish(),
        response: { 200: taskSchema, ...problemResponses },
      },
    },
    (request) => {
      const taskId = request.params.id;
      const { squash, documents } = request.body ?? mergeBodySchema.parse({});
      // Of all tasks one after the other: several may go back to the same repository.
      return turns.take('merge', async () => {
        await deps.commands.handle({
          taskId,
          actor: 'user',
          decide(state) {
            requireMergeable(state, taskId);
            return [];
          },
        });
        const task = await findTask(deps, taskId);
        const { source } = task;
        if (!source) throw new DomainError({ code: 'task_not_found', taskId });
        const { into, commit } = await mergeWorkspace(
          { ...placeOf(deps, task), source },
          {
            squash,
            without: documents ? null : changeDocumentsFolder(taskId),
            task: { id: taskId, title: task.title },
          },
        );
        const merged = { into, commit };
        await deps.commands.handle({
          taskId,
          actor: 'user',
          decide: (state) => decideMerge(state, { taskId, merged }),
        });
        return toTaskDto(await findTask(deps, taskId), null);
      });
    },
  );
}
