import { taskPageSchema } from '@ccs/contract';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.dispose());

const call: ApiClient['call'] = (...args) => new ApiClient(server.app).call(...args);
const problem: ApiClient['problem'] = (...args) => new ApiClient(server.app).problem(...args);
const create = (changes: object = {}) => new ApiClient(server.app).createTask({ ...newTask, ...changes });
const newTask = { type: 'create_app', title: 'Habit tracker', prompt: 'a habit tracker with streaks' };
const missingTask = 'task_00000000000000000000000000';
describe('tasks', () => {
  it('are created as drafts, read, edited, listed, counted and deleted', async () => {
    const task = await create();
    expect(task).toMatchObject({
      ...newTask,
      status: 'draft',
      agentStatus: 'idle',
      progress: 0,
      dependsOn: [],
    });
    expect(path.dirname(task.workspacePath)).toBe(server.config.outputDirectory);
    expect((await call('GET', `/api/tasks/${task.id}`)).json()).toEqual(task);

    const edited = (
      await call('PATCH', `/api/tasks/${task.id}`, { title: 'Better', priority: 'high' })
    ).json();
    expect(edited).toMatchObject({ title: 'Better', priority: 'high', prompt: newTask.prompt, version: 2 });
    const page = taskPageSchema.parse((await call('GET', '/api/tasks?q=BETTER')).json());
    expect(page.items.map((item) => item.id)).toEqual([task.id]);
    expect((await call('GET', '/api/tasks/counts')).json()).toMatchObject({ byStatus: { draft: 1 } });

    expect((await call('DELETE', `/api/tasks/${task.id}`)).statusCode).toBe(204);
    expect(await problem('GET', `/api/tasks/${task.id}`)).toBe('404 task_not_found');
  });

  it('come in pages, newest first, each once', async () => {
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) made.unshift((await create({ title: `Paged ${index}` })).id);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const url: string = `/api/tasks?q=paged&limit=2${cursor && `&cursor=${cursor}`}`;
      const page = taskPageSchema.parse((await call('GET', url)).json());
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(made);
  });

  it('lose control characters, not their language', async () => {
    const task = await create({ title: '습관\u0000 추적기\u0007', prompt: 'a\tb\nc\u001b[31m' });
    expect(task).toMatchObject({ title: '습관 추적기', prompt: 'a\tb\nc[31m' });
    expect(task.workspacePath).toMatch(/\/project-[0-9a-z]{8}$/);
  });

  it('have phases and steps from the beginning, and an audit trail', async () => {
    const task = await create();
    const { items } = (await call('GET', `/api/tasks/${task.id}/phases`)).json();
    expect(items.map((phase: { key: string }) => phase.key)).toEqual([
      'planning',
      'design',
      'development',
      'testing',
    ]);
    expect(items.flatMap((phase: { steps: object[] }) => phase.steps)).toHaveLength(24);
    expect(items[0].steps[0]).toMatchObject({
      name: 'Idea',
      localizedName: { en: 'Idea', ko: '아이디어' },
      outputs: ['docs/planning/01_idea.md'],
    });
    const events = (await call('GET', `/api/tasks/${task.id}/events`)).json().items;
    expect(events).toMatchObject([{ type: 'TaskCreated', version: 1, taskId: task.id, userId: 'user' }]);
    const status = (await call('GET', `/api/tasks/${task.id}/status`)).json();
    expect(status).toMatchObject({ taskId: task.id, status: 'idle', progress: 0 });
    expect((await call('GET', `/api/tasks/${task.id}/logs`)).json()).toEqual({
      items: [],
      lastSeq: 0,
      cursor: '1-0',
    });
  });
});

describe('refusals', () => {
  it('of what is not there', async () => {
    expect(await problem('GET', '/api/nothing')).toBe('404 route_not_found');
    expect(await problem('GET', `/api/tasks/${missingTask}`)).toBe('404 task_not_found');
    expect(await problem('POST', `/api/tasks/${missingTask}/execute`)).toBe('404 task_not_found');
    expect(await problem('GET', `/api/tasks/${missingTask}/stream`)).toBe('404 task_not_found');
    const review = 'review_00000000000000000000000000';
    expect(await problem('PATCH', `/api/reviews/${review}/approve`, {})).toBe('404 review_not_found');
  });

  it.each([
    ['no title', { ...newTask, title: undefined }],
    ['an empty title', { ...newTask, title: ' \u0007 ' }],
    ['an unknown type', { ...newTask, type: 'dance' }],
    ['a number for a text', { ...newTask, prompt: 7 }],
    ['an unknown field', { ...newTask, colour: 'red' }],
    ['a prompt that is too long', { ...newTask, prompt: 'x'.repeat(50_001) }],
  ])('of a task with %s', async (_, body) => {
    expect(await problem('POST', '/api/tasks', body)).toBe('400 validation_failed');
  });

  it('says which field is wrong', async () => {
    const { errors } = (await call('POST', '/api/tasks', { ...newTask, title: '' })).json();
    expect(errors).toMatchObject([{ path: 'body.title' }]);
  });

  it('of what is not JSON, not sent as JSON, or too large', async () => {
    expect(await problem('POST', '/api/tasks', '{"type":')).toBe('400 invalid_json');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const refusal = problem('POST', '/api/tasks', JSON.stringify(newTask), { 'content-type': type });
      expect(await refusal).toBe('415 unsupported_media_type');
    }
    const large = { ...newTask, prompt: 'x'.repeat(1024 * 1024) };
    expect(await problem('POST', '/api/tasks', large)).toBe('413 payload_too_large');
  });

  it.each(['/api/tasks/task_x', '/api/tasks?limit=0', '/api/tasks?limit=many', '/api/tasks?status=happy'])(
    'of the address %s',
    async (url) => expect(await problem('GET', url)).toBe('400 validation_failed'),
  );

  it('of cursors that nobody gave out', async () => {
    expect(await problem('GET', '/api/tasks?cursor=nonsense')).toBe('400 invalid_cursor');
    const { id } = await create();
    const stream = problem('GET', `/api/tasks/${id}/stream`, undefined, { 'last-event-id': 'nonsense' });
    expect(await stream).toBe('400 invalid_cursor');
  });

  it('of illegal transitions, saying what is legal', async () => {
    const { id } = await create();
    for (const operation of ['pause', 'resume', 'cancel']) {
      const url = `/api/tasks/${id}/${operation}`;
      expect(await problem('POST', url)).toBe('409 illegal_transition');
      expect((await call('POST', url)).json().allowed).toEqual(['edit', 'execute', 'delete']);
    }
  });

  it('of types that this version cannot run, and stores nothing', async () => {
    const before = (await call('GET', '/api/tasks/counts')).json().total;
    const workflow = { ...newTask, type: 'workflow', execute: true };
    expect(await problem('POST', '/api/tasks', workflow)).toBe('422 task_type_unavailable');
    expect((await call('GET', '/api/tasks/counts')).json().total).toBe(before);
  });
});

describe('foreign web pages', () => {
  it('cannot reach it under another name', async () => {
    for (const host of ['evil.example', 'evil.example:3333', 'localhost.evil.example']) {
      expect(await problem('GET', '/api/tasks', undefined, { host })).toBe('403 host_not_allowed');
    }
    for (const host of ['localhost', '127.0.0.1:3333', '[::1]:3333']) {
      expect((await call('GET', '/api/tasks', undefined, { host })).statusCode).toBe(200);
    }
  });

  it('cannot post from another origin, and are never allowed to read', async () => {
    for (const origin of ['http://evil.example', 'http://localhost:9999', 'null', 'file://']) {
      expect(await problem('POST', '/api/tasks', newTask, { origin })).toBe('403 origin_not_allowed');
    }
    const own = await call('POST', '/api/tasks', newTask, { origin: 'http://localhost:3333' });
    expect(own.statusCode).toBe(201);
    expect(own.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('the server itself', () => {
  it('describes all of the API', async () => {
    const document = (await call('GET', '/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).toSorted()).toEqual([
      '/api/dependencies/{id}/provide',
      '/api/feedback/{id}',
      '/api/health',
      '/api/inbox',
      '/api/problems/{code}',
      '/api/questions/{id}/answer',
      '/api/reviews/{id}',
      '/api/reviews/{id}/approve',
      '/api/reviews/{id}/diff',
      '/api/reviews/{id}/feedback',
      '/api/reviews/{id}/files/content',
      '/api/reviews/{id}/request-changes',
      '/api/stream',
      '/api/system',
      '/api/tasks',
      '/api/tasks/counts',
      '/api/tasks/{id}',
      '/api/tasks/{id}/cancel',
      '/api/tasks/{id}/dependencies',
      '/api/tasks/{id}/diff',
      '/api/tasks/{id}/events',
      '/api/tasks/{id}/execute',
      '/api/tasks/{id}/files',
      '/api/tasks/{id}/files/content',
      '/api/tasks/{id}/logs',
      '/api/tasks/{id}/merge',
      '/api/tasks/{id}/messages',
      '/api/tasks/{id}/patch',
      '/api/tasks/{id}/pause',
      '/api/tasks/{id}/phases',
      '/api/tasks/{id}/questions',
      '/api/tasks/{id}/resume',
      '/api/tasks/{id}/reviews',
      '/api/tasks/{id}/runs',
      '/api/tasks/{id}/status',
      '/api/tasks/{id}/stream',
      '/api/tasks/{id}/verifications',
    ]);
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Task', 'Problem', 'Review']),
    );
    const operations = Object.values<Record<string, object>>(document.paths).flatMap(Object.values);
    for (const operation of operations) {
      expect(operation).toMatchObject({
        operationId: expect.stringMatching(/^[a-z][A-Za-z]+$/),
        summary: expect.stringMatching(/.{8}/),
        tags: [expect.any(String)],
        responses: expect.any(Object),
      });
    }
    const names = operations.map((operation: { operationId?: string }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    expect((await call('GET', '/api/docs')).statusCode).toBe(200);
  });

  it('says that it is well and whether agents can run', async () => {
    expect((await call('GET', '/api/health')).json()).toMatchObject({
      status: 'ok',
      version: server.config.version,
    });
    const system = (await call('GET', '/api/system')).json();
    expect(system).toMatchObject({
      database: 'sqlite',
      agent: { available: true, signIn: 'none', maxConcurrent: 3 },
      pipelines: ['create_app', 'modify_app', 'custom'],
    });
  });
});
