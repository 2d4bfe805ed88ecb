import { problemSchema, type TaskDto, taskSchema } from '@ccs/contract';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import assert from 'node:assert/strict';
import type { App } from '../http/http-deps.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Talks to a server's API without a socket, and keeps every answer that it got. */
export class ApiClient {
  readonly answers: string[] = [];
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  async call(
    method: Method,
    url: string,
    body?: object | string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    const response = await this.#app.inject({
      method,
      url,
      headers: {
        host: 'localhost:3333',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    this.answers.push(JSON.stringify(response.headers), response.body);
    return response;
  }

  /** The body of an answer that must be a success. */
  async ok<T>(method: Method, url: string, body?: object): Promise<T> {
    const response = await this.call(method, url, body);
    assert.ok(response.statusCode < 300, `${method} ${url}: ${response.statusCode} ${response.body}`);
    return response.json<T>();
  }

  /** A refusal as `<status> <code>`: that it is complete problem details, and that its type leads to the same. */
  async problem(method: Method, url: string, body?: object | string, headers?: Record<string, string>) {
    const response = await this.call(method, url, body, headers);
    assert.match(String(response.headers['content-type']), /^application\/problem\+json/, response.body);
    const { type, status, code, whatToDo, title } = problemSchema.parse(response.json());
    assert.deepEqual((await this.call('GET', type)).json(), { status, code, whatToDo, title });
    assert.equal(status, response.statusCode);
    assert.ok(whatToDo.length + title.length > 20);
    return `${status} ${code}`;
  }

  async createTask(changes: object = {}): Promise<TaskDto & { id: TaskId }> {
    const body = { type: 'create_app', title: 'Habit tracker', prompt: 'a habit tracker with streaks' };
    const task = taskSchema.parse(await this.ok('POST', '/api/tasks', { ...body, ...changes }));
    return { ...task, id: task.id as TaskId };
  }

  async task(id: TaskId): Promise<TaskDto> {
    return taskSchema.parse(await this.ok('GET', `/api/tasks/${id}`));
  }
}

/** How several requests at the same time ended, lowest status first. */
export function statusesOf(responses: readonly { readonly statusCode: number }[]): number[] {
  return responses.map((each) => each.statusCode).toSorted((a, b) => a - b);
}
