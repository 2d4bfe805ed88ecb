import { listTasksQuerySchema, taskCountsSchema, taskPageSchema } from '@ccs/contract';
import type { App, HttpDeps } from '../../http-deps.ts';
import { toTaskDto } from '../../dto/task-dto.ts';
import { problemResponses } from '../problem-responses.ts';

export function listTasks(app: App, deps: HttpDeps): void {
  app.get(
    '/tasks',
    {
      schema: {
        operationId: 'listTasks',
        tags: ['tasks'],
        summary: 'Tasks, newest first',
        querystring: listTasksQuerySchema,
        response: { 200: taskPageSchema, ...problemResponses },
      },
    },
    async (request) => {
      const page = await deps.readModels.listTasks(request.query);
      const items = page.items.map((task) =>
        toTaskDto(task, deps.streams.peek(task.taskId)?.lastAction ?? null),
      );
      return { items, nextCursor: page.nextCursor };
    },
  );
  app.get(
    '/tasks/counts',
    {
      schema: {
        operationId: 'countTasks',
        tags: ['tasks'],
        summary: 'How many tasks have each status',
        response: { 200: taskCountsSchema, ...problemResponses },
      },
    },
    async () => {
      const found = await deps.readModels.countTasks();
      const byStatus = { draft: 0, pending: 0, in_progress: 0, review: 0, completed: 0, failed: 0, ...found };
      return { total: Object.values(byStatus).reduce((sum, count) => sum + count, 0), byStatus };
    },
  );
}
