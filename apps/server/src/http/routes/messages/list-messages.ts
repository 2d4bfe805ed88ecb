import { messageListSchema } from '@ccs/contract';
import { toMessageDto } from '../../dto/message-dto.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from '../tasks/find-task.ts';
import { taskParams } from '../tasks/task-params.ts';

export function listMessages(app: App, deps: HttpDeps): void {
  app.get(
    '/tasks/:id/messages',
    {
      schema: {
        operationId: 'listMessages',
        tags: ['messages'],
        summary: 'What people said in a conversation after its prompt, oldest first',
        params: taskParams,
        response: { 200: messageListSchema, ...problemResponses },
      },
    },
    async (request) => {
      const { taskId } = await findTask(deps, request.params.id);
      const messages = await deps.readModels.listMessages(taskId);
      return { items: messages.map(toMessageDto) };
    },
  );
}
