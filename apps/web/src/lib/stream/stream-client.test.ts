import { expect, test, vi } from 'vitest';
import type { HubMessage, TabMessage } from './messages.ts';
import { StreamClient } from './stream-client.ts';
import { frameOf } from './testing-world.ts';

function connectedClient() {
  const sent: TabMessage[] = [];
  let receive: (message: HubMessage) => void = () => undefined;
  const client = new StreamClient('/api/stream', (hear) => {
    receive = hear;
    return { send: (message) => sent.push(message) };
  });
  return { client, sent, hear: (message: HubMessage) => receive(message) };
}

test('several subscriptions are announced together, a topic from its earliest place', async () => {
  const { client, sent } = connectedClient();
  client.subscribe('tasks', null, {});
  client.subscribe('task:x', '1-9', {});
  client.subscribe('task:x', '1-4', {});
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({
    type: 'subscribe',
    url: '/api/stream',
    topics: { tasks: null, 'task:x': '1-4' },
  });
});

test('each subscription gets a frame once, from its own place on', async () => {
  const { client, sent, hear } = connectedClient();
  const early: string[] = [];
  const late: string[] = [];
  client.subscribe('task:x', '1-1', { frame: ({ cursor }) => early.push(cursor) });
  client.subscribe('task:x', '1-2', { frame: ({ cursor }) => late.push(cursor) });
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  for (const seq of [1, 2, 2, 3]) hear({ type: 'frame', frame: frameOf('x', seq) });
  hear({ type: 'frame', frame: frameOf('y', 9) });
  expect(early).toEqual(['1-2', '1-3']);
  expect(late).toEqual(['1-3']);
});

test('a hub that asks is told again, from where the tab is by now', async () => {
  const { client, sent, hear } = connectedClient();
  client.subscribe('task:x', '1-1', {});
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  hear({ type: 'frame', frame: frameOf('x', 5) });
  hear({ type: 'resubscribe' });
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({ topics: { 'task:x': '1-5' } });
});

test('the state of the connection is told to whoever watches', async () => {
  const { client, sent, hear } = connectedClient();
  client.subscribe('tasks', null, {});
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  const seen: string[] = [];
  const stop = client.watch(() => seen.push(client.state));
  hear({ type: 'state', state: 'online' });
  hear({ type: 'state', state: 'offline' });
  stop();
  hear({ type: 'state', state: 'online' });
  expect(seen).toEqual(['online', 'offline']);
});
