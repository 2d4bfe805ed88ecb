import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runApp } from '../../testing/generated-app.ts';
import { writeFiles } from '../../testing/write-files.ts';
import { appFiles } from '../app-files.ts';
import { projectOf } from '../project/project.ts';
import { writeDocument } from './write-document.ts';

const REQUESTS: [string, string, 'en' | 'ko'][] = [
  ['habits', 'Daily habits', 'en'],
  ['habits', '습관 트래커', 'ko'],
  ['tasks', 'Tasks', 'en'],
  ['tasks', '할 일', 'ko'],
  ['notes', 'Notes', 'en'],
  ['notes', '메모', 'ko'],
  ['expenses', 'Expenses', 'en'],
  ['expenses', '가계부', 'ko'],
  ['bookmarks', 'Bookmarks', 'en'],
  ['bookmarks', '북마크', 'ko'],
  ['entries', 'Recipes with rating and price', 'en'],
  ['entries', '식물 관리', 'ko'],
];

/** The example as it is printed: request line, headers, an empty line, the body. */
function exampleOf(document: string): {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
} {
  const printed = /```http\n([\s\S]*?)\n```/.exec(document)?.[1] ?? '';
  const [head = '', body = ''] = printed.split(/\n\n([\s\S]*)/);
  const [line = '', ...headers] = head.split('\n');
  const [method = '', path = ''] = line.split(' ');
  return { method, path, headers: Object.fromEntries(headers.map((header) => header.split(': '))), body };
}

/** The table of routes. */
function routesOf(document: string): { method: string; path: string; status: number }[] {
  return [...document.matchAll(/^\| `([A-Z]+) ([^`]+)` \|.*\| (\d{3})\b.*\|$/gm)].map(
    ([, method = '', path = '', status]) => ({ method, path, status: Number(status) }),
  );
}

describe('the API document', () => {
  test.each(REQUESTS)('%s (%s): the app answers as it says', async (kind, title, language) => {
    const project = projectOf({ title, prompt: '', language });
    expect(project.kind).toBe(kind);
    const folder = await mkdtemp(join(tmpdir(), 'documented-'));
    await writeFiles(folder, Object.assign({}, ...appFiles(project)) as Record<string, string>);
    const app = await runApp(folder, process.execPath, ['src/server.js']);
    try {
      const document = writeDocument(project, 'design/04_api');
      const routes = routesOf(document);
      expect(routes.length).toBe(kind === 'habits' ? 9 : 7);
      const example = exampleOf(document);
      const added = routes.find(({ method, path }) => method === example.method && path === example.path);
      const send = async (method: string, path: string) => {
        const withBody = method === 'POST' || method === 'PATCH';
        const { headers, body } = example;
        return fetch(app.url + path, withBody ? { method, headers, body } : { method });
      };
      const answer = await send(example.method, example.path);
      const stored = (await answer.json()) as { id: string };
      expect({ status: answer.status, stored }).toEqual({
        status: added?.status,
        stored: expect.objectContaining({ id: expect.any(String) }),
      });
      // What removes the entry goes last.
      const removes = ({ method, path }: { method: string; path: string }) =>
        method === 'DELETE' && path.endsWith('{id}');
      const ordered = [...routes.filter((route) => !removes(route)), ...routes.filter(removes)];
      for (const { method, path, status } of ordered) {
        const real = path.replace('{id}', stored.id).replace('{day}', '2026-01-15');
        expect({ method, path, status: (await send(method, real)).status }).toEqual({ method, path, status });
      }
    } finally {
      await app.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
