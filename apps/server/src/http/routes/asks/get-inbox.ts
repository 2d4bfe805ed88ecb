import { inboxSchema } from '@ccs/contract';
import { toInboxItemDto } from '../../dto/inbox-dto.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';

const MAX_TASKS = 200;

export function getInbox(app: App, deps: HttpDeps): void {
  app.get(
    '/inbox',
    {
      schema: {
        operationId: 'getInbox',
        tags: ['asks'],
        summary: 'Everything that waits for a person, by task, the longest waiting first',
        response: { 200: inboxSchema, ...problemResponses },
      },
    },
    async () => {
      const items = await deps.readModels.listInbox(MAX_TASKS);
      return { items: items.map(toInboxItemDto) };
    },
  );
}
