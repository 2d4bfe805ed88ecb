import type { DependencyAsk } from '@ccs/core/task/model/asks';
import { afterEach, expect, it } from 'vitest';
import { BLOCKED } from '../testing/hand-runner.ts';
import { type HandServer, startHandServer } from '../testing/hand-server.ts';
import { waitFor } from '../testing/wait-for.ts';

const KEY: DependencyAsk = {
  type: 'api_key',
  name: 'WEATHER_API_KEY',
  description: 'real weather',
  required: true,
  permission: null,
  source: 'tool',
  toolUseId: null,
  deferred: false,
};
let server: HandServer | undefined;
afterEach(() => server?.dispose());

it('tells a working agent at once that tools shall ask first', async () => {
  server = await startHandServer();
  const { id, run } = await server.startTask();
  expect(run.inbox.autoAccept).toBe(true);
  await server.api.ok('PATCH', `/api/tasks/${id}`, { autoAccept: false });
  await waitFor('the agent to know', () => !run.inbox.autoAccept);
});

it('asks a person again for a value that the agent says does not work, and gives it the newer one', async () => {
  server = await startHandServer();
  const { api } = server;
  const { id, run } = await server.startTask();
  const provide = async (value: string) => {
    const { items } = (await api.ok('GET', `/api/tasks/${id}/dependencies`)) as { items: { id: string }[] };
    await api.ok('POST', `/api/dependencies/${items.at(-1)?.id}/provide`, { value });
  };
  await run.reporter.requestDependency(KEY);
  run.end(BLOCKED);
  await provide(' mistyped-key-1 ');
  const second = await server.nextAfter(run);
  expect(second.run.environment).toEqual({ WEATHER_API_KEY: 'mistyped-key-1' });
  expect(await second.reporter.requestDependency(KEY)).toEqual({ kind: 'available' });
  expect(await second.reporter.requestDependency(KEY)).toMatchObject({ kind: 'waiting', blocking: true });
  second.end(BLOCKED);
  await provide('right-key-2');
  const third = await server.nextAfter(second);
  expect(third.run.environment).toEqual({ WEATHER_API_KEY: 'right-key-2' });
});
