import type { TaskDto } from '@ccs/contract';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { COMPLETED, HandRunner, INTERRUPTED } from '../testing/hand-runner.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { waitFor } from '../testing/wait-for.ts';

let runner: HandRunner;
let server: TestServer;
beforeEach(async () => {
  runner = new HandRunner();
  server = await startTestServer({
    runner,
    env: { CCS_MAX_CONCURRENT_AGENTS: '3', CCS_LOG_LEVEL: 'silent' },
  });
});
afterEach(async () => {
  for (const run of runner.runs) run.end(INTERRUPTED);
  await server.dispose();
});

const call = async (method: 'POST' | 'PATCH', url: string, payload: object = {}): Promise<TaskDto> => {
  const response = await server.app.inject({ method, url, payload, headers: { host: 'localhost' } });
  expect(response.statusCode, response.body).toBeLessThan(300);
  return response.json<TaskDto>();
};
const createRunning = async (): Promise<TaskId> => {
  const body = { type: 'create_app', title: 'T', prompt: 'p', execute: true };
  const id = (await call('POST', '/api/tasks', body)).id as TaskId;
  await waitFor('the agent', () => runner.of(id));
  return id;
};
const statusOf = async (id: TaskId) => (await server.readModels.findTask(id))?.status;
const runsOf = async (id: TaskId) =>
  (await server.readModels.listRuns(id)).map((run) => run.outcome ?? run.status);

it('an end that cannot be stored at first is stored later, and the phase is not lost', async () => {
  const id = await createRunning();
  const append = vi.spyOn(server.eventStore, 'append').mockRejectedValueOnce(new Error('disk full'));
  runner.of(id)?.end(COMPLETED);
  await waitFor('the review', async () => (await statusOf(id)) === 'review');
  expect(append.mock.calls.length).toBeGreaterThan(1);
  expect(await runsOf(id)).toEqual(['completed', 'completed']);
});

it('a run that was started and has nobody is shown as interrupted', async () => {
  const { append } = server.eventStore;
  let failed = false;
  // The commit succeeds, but its acknowledgement is lost.
  vi.spyOn(server.eventStore, 'append').mockImplementation(async (input) => {
    const result = await append(input);
    if (!failed && input.events.some((event) => event.type === 'RunStarted')) {
      failed = true;
      throw new Error('connection lost');
    }
    return result;
  });
  const body = { type: 'create_app', title: 'T', prompt: 'p', execute: true };
  const id = (await call('POST', '/api/tasks', body)).id as TaskId;
  await waitFor('the start', async () => (await runsOf(id))[0] === 'started');
  // The job is given back and claimed again.
  await waitFor('the truth', async () => (await runsOf(id))[0] === 'crashed');
  expect(await server.readModels.findTask(id)).toMatchObject({ blockedBy: 'interrupted' });
  expect(runner.runs).toEqual([]);
});

it('of several runs that wait for an old agent one goes on, and it can be stopped', async () => {
  const id = await createRunning();
  const old = runner.of(id);
  for (let round = 0; round < 2; round += 1) {
    await call('POST', `/api/tasks/${id}/cancel`);
    await call('POST', `/api/tasks/${id}/execute`);
  }
  await waitFor('the old agent to be told', () => old?.stopped);
  old?.end(INTERRUPTED);
  const next = await waitFor('the next agent', () => runner.runs[1]);
  expect(next.run.taskId).toBe(id);
  expect(next.stopped).toBe(false);
  await call('POST', `/api/tasks/${id}/pause`);
  await waitFor('it to be told', () => next.stopped);
  next.end(INTERRUPTED);
  await waitFor('the pause', async () => (await server.readModels.findTask(id))?.agentStatus === 'paused');
  expect(runner.runs).toHaveLength(2);
});

it('a priority that is raised while a task waits counts', async () => {
  const running = [await createRunning(), await createRunning(), await createRunning()];
  const wait = async (title: string) => {
    const body = { type: 'create_app', title, prompt: 'p', execute: true };
    return (await call('POST', '/api/tasks', body)).id as TaskId;
  };
  const first = await wait('first');
  const urgent = await wait('urgent');
  await call('PATCH', `/api/tasks/${urgent}`, { priority: 'critical' });
  runner.of(running[0] ?? first)?.end(COMPLETED);
  await waitFor('the next agent', () => runner.runs[3]);
  expect(runner.runs[3]?.run.taskId).toBe(urgent);
});
