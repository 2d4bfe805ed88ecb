import { streamFrameSchema, type TaskDto } from '@ccs/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Api, skipWhatIsOptional } from './testing/settle-asks.ts';
import { readSse, type SseEvent } from './testing/sse-client.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const api: Api = {
  get: async (path) => (await fetch(`${url}${path}`)).json(),
  send: async (_, path, body) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
};
let server: TestServer;
let url: string;
beforeAll(async () => {
  server = await startTestServer();
  url = await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.dispose());

const ends = (event: SseEvent) => event.event === 'complete' || event.event === 'error';

async function startDemo(): Promise<TaskDto> {
  const response = await fetch(`${url}/api/tasks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'create_app',
      title: 'Habit tracker',
      prompt: 'a habit tracker with streaks',
      provider: 'demo',
      autoApprove: true,
      execute: true,
    }),
  });
  const task = (await response.json()) as TaskDto;
  // Its agent asks for something that it can do without: somebody says so.
  void readSse(`${url}/api/tasks/${task.id}/stream`, {
    until: (event) => event.event === 'dependency_request',
  }).then(() => skipWhatIsOptional(api, task.id));
  return task;
}

/** Follows a stream over connections that are cut after a random number of events. */
async function followWithCuts(stream: string): Promise<SseEvent[]> {
  const all: SseEvent[] = [];
  for (;;) {
    const cutAfter = 1 + Math.floor(Math.random() * 25);
    const lastEventId = all.at(-1)?.id;
    all.push(
      ...(await readSse(stream, {
        ...(lastEventId === undefined ? {} : { lastEventId }),
        until: (event, count) => ends(event) || count >= cutAfter,
      })),
    );
    const last = all.at(-1);
    if (last && ends(last)) return all;
  }
}

it('gives every client the same frames in the same order, however often its connection is cut', async () => {
  const { id } = await startDemo();
  const stream = `${url}/api/tasks/${id}/stream`;
  const [uncut, ...cut] = await Promise.all([
    readSse(stream, { until: ends }),
    followWithCuts(stream),
    followWithCuts(stream),
    followWithCuts(stream),
  ]);
  const afterwards = await readSse(stream, { until: ends });
  expect(uncut.length).toBeGreaterThan(100);
  expect(uncut.at(-1)?.event).toBe('complete');
  for (const other of [...cut, afterwards]) expect(other).toEqual(uncut);

  const frames = uncut.map((event) => streamFrameSchema.parse(JSON.parse(event.data)));
  expect(new Set(frames.map((frame) => frame.cursor)).size).toBe(frames.length);
  const versions = frames.flatMap((frame) => frame.event?.version ?? []);
  expect(versions).toEqual(versions.map((_, index) => index + 1));
  const seqs = frames.flatMap((frame) => frame.line?.seq ?? []);
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  const types = new Set(uncut.map((event) => event.event));
  expect(types).toEqual(
    new Set([
      'log',
      'phase_update',
      'step_update',
      'user_question',
      'dependency_request',
      'review_required',
      'complete',
    ]),
  );

  const deleted = await readSse(`${stream}?from=now`, {
    onOpen: () => void fetch(`${url}/api/tasks/${id}`, { method: 'DELETE' }),
    until: () => true,
  });
  expect(deleted.map((event) => JSON.parse(event.data).event.type)).toEqual(['TaskDeleted']);
});

it('gives a browser the changes of all tasks and the frames of those it watches over one connection', async () => {
  const { id } = await startDemo();
  const events = await readSse(`${url}/api/stream?topics=tasks,task:${id}@0-0`, {
    until: (event) =>
      event.event === 'task' && event.data.includes('"status":"completed"') && event.data.includes(id),
  });
  expect(events[0]?.event).toBe('ready');
  const frames = events
    .filter((event) => event.event === 'frame')
    .map((event) => streamFrameSchema.parse(JSON.parse(event.data)));
  expect(frames.some((frame) => frame.type === 'complete')).toBe(true);
  expect(frames.every((frame) => frame.taskId === id)).toBe(true);
  const actions = events.filter(
    (event) => event.event === 'task' && /"currentAction":"[^"]+"/.test(event.data),
  );
  expect(actions.length).toBeGreaterThan(0);
});
