import { problemSchema, type TaskDto, taskSchema } from '@ccs/contract';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { expect } from 'vitest';
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
    expect(response.statusCode, `${method} ${url}: ${response.body}`).toBeLessThan(300);
    return response.json<T>();
  }

  /** A refusal as `<status> <code>`: that it is complete problem details, and that its type leads to the same. */
  async problem(method: Method, url: string, body?: object | string, headers?: Record<string, string>) {
    const response = await this.call(method, url, body, headers);
    expect(response.headers['content-type'], response.body).toContain('application/problem+json');
    const { type, status, code, whatToDo, title } = problemSchema.parse(response.json());
    expect((await this.call('GET', type)).json()).toEqual({ status, code, whatToDo, title });
    expect(status).toBe(response.statusCode);
    expect(whatToDo.length + title.length).toBeGreaterThan(20);
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
