import type { TaskDto } from '@ccs/contract';
import http from 'node:http';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readSse } from '../../testing/sse-client.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { waitFor } from '../../testing/wait-for.ts';
import type { TaskId } from '@ccs/core/vocabulary/ids';

/** 64 MB in all: more than the kernel takes for a client that does not read. */
const LINES = 1100;
const LINE_BYTES = 60 * 1024;
const MIB = 1024 * 1024;

let server: TestServer;
let url: string;
const sockets: Socket[] = [];
beforeAll(async () => {
  server = await startTestServer({ env: { CCS_LOG_LEVEL: 'silent' } });
  server.app.server.on('connection', (socket) => sockets.push(socket));
  url = await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.dispose());

it('a client that does not read costs little memory, and gets everything once it does', async () => {
  const created = await server.app.inject({
    method: 'POST',
    url: '/api/tasks',
    headers: { host: 'localhost' },
    payload: { type: 'create_app', title: 'Chatty', prompt: 'much output' },
  });
  const { id } = created.json<TaskDto>();
  const response = await new Promise<http.IncomingMessage>((resolve) => {
    http.get(`${url}/api/tasks/${id}/stream`, { agent: false }, resolve);
  });
  response.pause();

  let worst = 0;
  for (let written = 0; written < LINES; written += 10) {
    await server.streams.of(id as TaskId).append(
      Array.from({ length: 10 }, (_, index) => ({
        at: '2026-01-01T00:00:00.000Z',
        kind: 'text' as const,
        text: `${written + index} `.padEnd(LINE_BYTES, 'x'),
      })),
    );
    worst = Math.max(worst, ...sockets.map((socket) => socket.writableLength));
  }
  const sent = Math.max(...sockets.map((socket) => socket.bytesWritten));
  expect(sent).toBeLessThan(LINES * LINE_BYTES);
  expect(worst).toBeLessThan(4 * MIB);

  const seqs: number[] = [];
  let rest = '';
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) seqs.push(...(/"seq":(\d+),/.exec(part)?.slice(1).map(Number) ?? []));
    worst = Math.max(worst, ...sockets.map((socket) => socket.writableLength));
  });
  response.resume();
  await waitFor('the last line', () => seqs.at(-1) === LINES);
  expect(seqs).toEqual(Array.from({ length: LINES }, (_, index) => index + 1));
  expect(worst).toBeLessThan(4 * MIB);
  response.destroy();
});

it('a browser that does not read is cut off when too much waits for it', async () => {
  const response = await new Promise<http.IncomingMessage>((resolve) => {
    http.get(`${url}/api/stream?topics=tasks`, { agent: false }, resolve);
  });
  response.pause();
  const socket = sockets.at(-1);
  const payload = { type: 'create_app', title: 'Long', prompt: 'x'.repeat(50_000) };
  const closed = new Promise<boolean>((resolve) => socket?.on('close', () => resolve(true)));
  let isClosed = false;
  void closed.then((value) => (isClosed = value));
  let worst = 0;
  await waitFor('the cut', async () => {
    await server.app.inject({ method: 'POST', url: '/api/tasks', headers: { host: 'localhost' }, payload });
    worst = Math.max(worst, socket?.writableLength ?? 0);
    return isClosed;
  });
  expect(worst).toBeLessThan(4 * MIB);
  response.destroy();
});

it('a stream whose source fails breaks off instead of staying silent', async () => {
  const created = await server.app.inject({
    method: 'POST',
    url: '/api/tasks',
    headers: { host: 'localhost' },
    payload: { type: 'create_app', title: 'Broken', prompt: 'source' },
  });
  const { id } = created.json<TaskDto>();
  vi.spyOn(server.eventStore, 'readStream').mockRejectedValueOnce(new Error('database away'));
  for (const stream of [`/api/tasks/${id}/stream`, `/api/stream?topics=task:${id}@0-0`]) {
    const frames = await readSse(`${url}${stream}`, { until: (event) => event.event !== 'ready' });
    if (stream.startsWith('/api/tasks')) expect(frames).toEqual([]);
    else expect(frames.at(-1)?.event).toBe('frame');
  }
});
