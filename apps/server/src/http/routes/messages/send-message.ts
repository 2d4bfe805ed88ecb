import { messageSchema, sendMessageBodySchema } from '@ccs/contract';
import { sendMessage as decideSend } from '@ccs/core/task/message/send-message';
import { toMessageDto } from '../../dto/message-dto.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { taskParams } from '../tasks/task-params.ts';

export function sendMessage(app: App, deps: HttpDeps): void {
  app.post(
    '/tasks/:id/messages',
    {
      schema: {
        operationId: 'sendMessage',
        tags: ['messages'],
        summary: 'Say something more in a conversation; one that had ended goes on',
        params: taskParams,
        body: sendMessageBodySchema,
        response: { 201: messageSchema, ...problemResponses },
      },
    },
    async (request, reply) => {
      const taskId = request.params.id;
      const message = request.body;
      const { state } = await deps.commands.handle({
        taskId,
        actor: 'user',
        decide: (current, context) => decideSend(current, { taskId, message }, context),
      });
      const sent = state?.messages.at(-1);
      if (!sent) throw new Error('a message was sent, but is not there');
      return reply.status(201).send(toMessageDto({ ...sent, taskId }));
    },
  );
}
