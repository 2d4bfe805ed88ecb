import {
  type EventDto,
  eventListSchema,
  logPageSchema,
  reviewListSchema,
  type TaskDto,
  taskSchema,
} from '@ccs/contract';
import { availableDatabases, openTestDatabase, type TestDatabase } from '@ccs/storage/testing';
import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { skipWhatIsOptional } from './testing/settle-asks.ts';
import { readSse } from './testing/sse-client.ts';
import { type ServerProcess, startServerProcess } from './testing/server-process.ts';
import { testEnvironment } from './testing/test-server.ts';
import { waitFor } from './testing/wait-for.ts';

const demoTask = {
  type: 'create_app',
  title: 'Habit tracker',
  prompt: 'a habit tracker with streaks',
  provider: 'demo',
  autoApprove: true,
  execute: true,
};
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function prepare(database: TestDatabase['database']['kind']) {
  const { folder, env } = await testEnvironment();
  cleanUps.push(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  if (database === 'sqlite') return env;
  const postgres = await openTestDatabase('postgres');
  cleanUps.push(() => postgres.dispose());
  return { ...env, DATABASE_URL: postgres.options.databaseUrl ?? '' };
}
async function start(env: Record<string, string>): Promise<ServerProcess> {
  const server = await startServerProcess(env);
  cleanUps.push(() => server.end('SIGKILL'));
  return server;
}
const taskOf = async (server: ServerProcess, id: string) =>
  taskSchema.parse(await server.get(`/api/tasks/${id}`));
const eventsOf = async (server: ServerProcess, id: string): Promise<EventDto[]> =>
  eventListSchema.parse(await server.get(`/api/tasks/${id}/events?limit=1000`)).items;
const ended = (server: ServerProcess, id: string) =>
  waitFor(
    'the task to end',
    async () => {
      const task = await taskOf(server, id);
      if (task.blockedBy === 'dependency') await skipWhatIsOptional(server, id);
      return (task.status === 'completed' || task.status === 'failed') && task;
    },
    120_000,
  );

describe.each(availableDatabases())('kill -9 of the server in mid-phase (%s)', (database) => {
  it('shows the task as interrupted, loses no event, and goes on to the end when resumed', async () => {
    const env = await prepare(database);
    const first = await start(env);
    const { id } = (await first.send('POST', '/api/tasks', demoTask)) as TaskDto;
    await waitFor('the third step', async () => (await taskOf(first, id)).currentStep === 3);
    await first.end('SIGKILL');

    const second = await start(env);
    const dead = await taskOf(second, id);
    expect(dead).toMatchObject({
      status: 'in_progress',
      agentStatus: 'error',
      blockedBy: 'interrupted',
      currentAction: null,
      allowedOperations: ['edit', 'resume', 'cancel'],
    });
    const before = await eventsOf(second, id);
    expect(before.map((event) => event.version)).toEqual(before.map((_, index) => index + 1));
    expect(before.at(-1)).toMatchObject({ type: 'RunEnded', payload: { outcome: 'crashed' } });

    await second.send('POST', `/api/tasks/${id}/resume`);
    expect(await ended(second, id)).toMatchObject({ status: 'completed', progress: 100, failure: null });
    const after = await eventsOf(second, id);
    expect(after.slice(0, before.length)).toEqual(before);
    const steps = after.filter((event) => event.type === 'StepCompleted');
    expect(new Set(steps.map((event) => `${event.payload['phase']}.${event.payload['step']}`)).size).toBe(24);
    expect(steps).toHaveLength(24);
    const log = logPageSchema.parse(await second.get(`/api/tasks/${id}/logs?limit=2000`));
    expect(log.items.map((line) => line.seq)).toEqual(log.items.map((_, index) => index + 1));
  });
});

describe('kill -9 of the server during a verification', () => {
  it('leaves it interrupted: what led to it is not reacted to again', async () => {
    const env = await prepare('sqlite');
    const first = await start(env);
    const { id } = (await first.send('POST', '/api/tasks', demoTask)) as TaskDto;
    await waitFor('a verifier', async () => (await taskOf(first, id)).agentStatus === 'verifying');
    await first.end('SIGKILL');

    const second = await start(env);
    const other = (await second.send('POST', '/api/tasks', demoTask)) as TaskDto;
    // Policies take the events in their order: they are done with the first task once they act on this one.
    await waitFor('its verifier', async () => (await taskOf(second, other.id)).agentStatus === 'verifying');
    expect(await taskOf(second, id)).toMatchObject({ blockedBy: 'interrupted' });
    expect((await eventsOf(second, id)).at(-1)).toMatchObject({ payload: { outcome: 'crashed' } });
  });
});

describe('SIGTERM', () => {
  it('stops agents, records them as interrupted and exits 0', async () => {
    const env = await prepare('sqlite');
    const first = await start(env);
    const { id } = (await first.send('POST', '/api/tasks', demoTask)) as TaskDto;
    await waitFor('an agent', async () => (await taskOf(first, id)).agentStatus === 'running');
    expect(await first.end('SIGTERM')).toBe(0);
    const second = await start(env);
    expect(await taskOf(second, id)).toMatchObject({ blockedBy: 'interrupted' });
    expect((await eventsOf(second, id)).at(-1)).toMatchObject({ payload: { outcome: 'interrupted' } });
  });
});

describe('two tasks side by side', () => {
  it('never mix, and each waits for its own approval', async () => {
    const env = await prepare('sqlite');
    const server = await start(env);
    const make = async (title: string, prompt: string) =>
      (await server.send('POST', '/api/tasks', {
        ...demoTask,
        title,
        prompt,
        autoApprove: false,
      })) as TaskDto;
    const tasks = await Promise.all([
      make('Habit tracker', 'habits with streaks'),
      make('Reading list', 'bookmarks of books'),
    ]);
    for (let phase = 1; phase <= 4; phase += 1) {
      for (const { id } of tasks) {
        await waitFor(
          'the review',
          async () => {
            const task = await taskOf(server, id);
            if (task.blockedBy === 'dependency') await skipWhatIsOptional(server, id);
            return task.status === 'review';
          },
          120_000,
        );
        const { items } = reviewListSchema.parse(await server.get(`/api/tasks/${id}/reviews`));
        expect(items.at(-1)).toMatchObject({ phase, round: 1, status: 'pending', taskId: id });
        expect(items.at(-1)?.files.length).toBeGreaterThan(0);
        await server.send('PATCH', `/api/reviews/${items.at(-1)?.id}/approve`, {});
      }
    }
    for (const { id, title, workspacePath } of tasks) {
      expect(await ended(server, id)).toMatchObject({ status: 'completed' });
      const idea = (await server.get(`/api/tasks/${id}/files/content?path=docs/planning/01_idea.md`)) as {
        content: string;
      };
      expect(idea.content).toContain(title);
      const log = await readSse(`${server.url}/api/tasks/${id}/stream`, {
        until: (event) => event.event === 'complete',
      });
      const other = tasks.find((task) => task.id !== id);
      expect(log.some((event) => event.data.includes(workspacePath))).toBe(true);
      expect(
        log.some(
          (event) => event.data.includes(other?.id ?? '') || event.data.includes(other?.workspacePath ?? ''),
        ),
      ).toBe(false);
    }
  });
});
