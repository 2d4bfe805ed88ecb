import { browserStreamQuerySchema } from '@ccs/contract';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { parseCursor } from '../../../runtime/stream-cursor.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { followTask } from '../../sse/follow-task.ts';
import { SseConnection } from '../../sse/sse-connection.ts';

export function streamBrowser(app: App, deps: HttpDeps): void {
  app.get(
    '/stream',
    {
      exposeHeadRoute: false,
      schema: {
        operationId: 'streamBrowser',
        tags: ['progress'],
        summary: 'The one stream of a browser, for all its tabs (server-sent events)',
        description:
          'Topics: `tasks` sends every task that changes (event `task`, data TaskChanged); `task:<id>@<cursor>` sends ' +
          'the frames of one task from the cursor on (event `frame`, data StreamFrame), live without a cursor.',
        produces: ['text/event-stream'],
        querystring: browserStreamQuerySchema,
      },
    },
    async (request, reply) => {
      const connection = new SseConnection(request, reply);
      connection.send('ready', '{}');
      const follows: Promise<void>[] = [];
      for (const topic of request.query.topics) {
        if (topic === 'tasks') {
          const unsubscribe = deps.changes.subscribe((json) => {
            connection.send('task', json);
            // A client this slow starts anew when it connects again; until then it costs nothing.
            if (connection.overflowing) connection.close();
          });
          connection.onClose(unsubscribe);
          continue;
        }
        const [taskId = '', cursor] = topic.slice('task:'.length).split('@');
        const from = (cursor && parseCursor(cursor)) || 'now';
        follows.push(followTask(deps.streams, taskId as TaskId, from, connection, () => 'frame'));
      }
      try {
        await Promise.all(follows);
      } catch (error) {
        request.log.error({ err: error }, 'a live stream broke off');
        connection.close();
      }
    },
  );
}
