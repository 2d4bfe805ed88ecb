import type { Problem } from '@ccs/contract';
import { basePathOf } from './base-path.ts';

/** A refused or failed request. `problem` is null when the server could not be reached or did not say why. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | null;

  constructor(status: number, problem: Problem | null) {
    super(problem?.title ?? (status === 0 ? 'The server cannot be reached.' : `HTTP ${status}`));
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }

  /** The server's stable code, or `unreachable`. */
  get code(): string {
    return this.problem?.code ?? (this.status === 0 ? 'unreachable' : 'unknown');
  }
}

type QueryValue = string | number | boolean | null | undefined;

/** The absolute URL of an API path; parameters that are null, undefined or '' are left out. */
export function apiUrl(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const base = basePathOf(Array.from(document.scripts, ({ src }) => src).filter((src) => src !== ''));
  const url = new URL(`${base}/api${path}`, location.origin);
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') url.searchParams.set(name, String(value));
  }
  return url.href;
}

/** Reads a resource. Throws ApiError. */
export function apiGet<T>(
  path: string,
  options: { query?: Readonly<Record<string, QueryValue>>; signal?: AbortSignal } = {},
): Promise<T> {
  return request<T>(apiUrl(path, options.query), options.signal ? { signal: options.signal } : {});
}

/** Changes something. Throws ApiError. */
export function apiSend<T>(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  query?: Readonly<Record<string, QueryValue>>,
): Promise<T> {
  const init: RequestInit = { method };
  if (body !== undefined) {
    init.headers = { 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  return request<T>(apiUrl(path, query), init);
}

async function request<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new ApiError(0, null);
  });
  if (response.status === 204) return undefined as T;
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(response.status, isProblem(body) ? body : null);
  return body as T;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}
