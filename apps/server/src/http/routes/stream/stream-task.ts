import { taskStreamQuerySchema } from '@ccs/contract';
import { parseCursor, STREAM_START } from '../../../runtime/stream-cursor.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { HttpProblem } from '../../problems.ts';
import { followTask } from '../../sse/follow-task.ts';
import { SseConnection } from '../../sse/sse-connection.ts';
import { findTask } from '../tasks/find-task.ts';
import { taskParams } from '../tasks/task-params.ts';

export function streamTask(app: App, deps: HttpDeps): void {
  app.get(
    '/tasks/:id/stream',
    {
      exposeHeadRoute: false,
      schema: {
        operationId: 'streamTask',
        tags: ['progress'],
        summary: 'Live stream of one task (server-sent events)',
        description:
          'Without `Last-Event-ID` (or with 0) from the beginning of the task, then live; `from=now` starts live. The ' +
          'SSE `event` is the frame type, `id` its cursor, `data` a StreamFrame. After a lost connection give the last ' +
          '`id` as `Last-Event-ID`: what was missed follows once, in order.',
        produces: ['text/event-stream'],
        params: taskParams,
        querystring: taskStreamQuerySchema,
      },
    },
    async (request, reply) => {
      const { taskId } = await findTask(deps, request.params.id);
      const wanted = request.headers['last-event-id'] ?? request.query.from;
      const from =
        wanted === undefined || wanted === ''
          ? STREAM_START
          : wanted === 'now'
            ? wanted
            : parseCursor(String(wanted));
      if (from === null)
        throw new HttpProblem('invalid_cursor', `Last-Event-ID: ${String(wanted).slice(0, 100)}`);
      const connection = new SseConnection(request, reply);
      try {
        await followTask(deps.streams, taskId, from, connection, (entry) => entry.type);
      } catch (error) {
        request.log.error({ err: error, taskId }, 'a live stream broke off');
        connection.close();
      }
    },
  );
}
