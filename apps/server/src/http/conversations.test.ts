import { messageListSchema, messageSchema } from '@ccs/contract';
import type { MessageId } from '@ccs/core/vocabulary/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPLETED } from '../testing/hand-runner.ts';
import { type HandServer, startHandServer } from '../testing/hand-server.ts';
import { waitFor } from '../testing/wait-for.ts';

let server: HandServer;
let api: HandServer['api'];
beforeAll(async () => {
  server = await startHandServer();
  api = server.api;
});
afterAll(() => server.dispose());

it('a conversation is answered, and goes on with each message', async () => {
  const { id, run } = await server.startTask({ type: 'custom' });
  const messages = `/api/tasks/${id}/messages`;
  const sent = messageSchema.parse(
    await api.ok('POST', messages, { text: ' And now? ', delivery: 'interrupt' }),
  );
  expect(sent).toMatchObject({ text: 'And now?', delivery: 'interrupt', sentBy: 'user', deliveredAt: null });
  await waitFor('the agent to hear it', () => run.heard.length === 1);
  expect(run.heard).toMatchObject([{ kind: 'message', id: sent.id, delivery: 'interrupt' }]);
  await run.reporter.delivered([sent.id as MessageId]);
  run.end(COMPLETED);
  await waitFor('the answer', async () => (await api.task(id)).status === 'completed');
  expect(await api.task(id)).toMatchObject({ progress: 100, allowedOperations: ['delete', 'send_message'] });

  await api.ok('POST', messages, { text: 'One more thing' });
  const next = await server.nextAfter(run);
  expect(next.run.input).toMatchObject([{ text: 'One more thing', delivery: 'after_turn' }]);
  const { items } = messageListSchema.parse(await api.ok('GET', messages));
  expect(items.map((each) => each.deliveredAt !== null)).toEqual([true, false]);
  expect(await api.ok('GET', `/api/tasks/${id}/phases`)).toEqual({ items: [] });
  expect(await api.ok('GET', `/api/tasks/${id}/reviews`)).toEqual({ items: [] });
});

it('says nothing into a task that is no conversation, or has not begun', async () => {
  const app = await api.createTask();
  const draft = await api.createTask({ type: 'custom' });
  for (const { id } of [app, draft]) {
    const url = `/api/tasks/${id}/messages`;
    expect(await api.problem('POST', url, { text: 'hello' })).toBe('409 illegal_transition');
    expect(await api.problem('POST', url, { text: ' ' })).toBe('400 validation_failed');
  }
});
