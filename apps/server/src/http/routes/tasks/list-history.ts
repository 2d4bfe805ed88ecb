import { eventListSchema, listEventsQuerySchema, listLogsQuerySchema, logPageSchema } from '@ccs/contract';
import { formatCursor } from '../../../runtime/stream-cursor.ts';
import { toEventDto } from '../../../runtime/stream-frame.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from './find-task.ts';
import { taskParams } from './task-params.ts';

export function listHistory(app: App, deps: HttpDeps): void {
  app.get(
    '/tasks/:id/events',
    {
      schema: {
        operationId: 'listEvents',
        tags: ['progress'],
        summary: 'Everything that changed the task, oldest first',
        params: taskParams,
        querystring: listEventsQuerySchema,
        response: { 200: eventListSchema, ...problemResponses },
      },
    },
    async (request) => {
      const task = await findTask(deps, request.params.id);
      const events = await deps.eventStore.readStream(task.taskId, request.query.after, request.query.limit);
      return { items: events.map(toEventDto) };
    },
  );
  app.get(
    '/tasks/:id/logs',
    {
      schema: {
        operationId: 'listLogs',
        tags: ['progress'],
        summary: 'Lines of the log, oldest first',
        params: taskParams,
        querystring: listLogsQuerySchema,
        response: { 200: logPageSchema, ...problemResponses },
      },
    },
    async (request) => {
      const task = await findTask(deps, request.params.id);
      const { after, limit, kind } = request.query;
      const head = await deps.streams.of(task.taskId).head();
      const lines = await deps.log.read(task.taskId, { after, limit, kinds: kind });
      return { items: [...lines], lastSeq: head.seq, cursor: formatCursor(head) };
    },
  );
}
