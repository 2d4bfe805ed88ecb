import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const inline = "document.documentElement.dataset.theme = 'dark'";
let pages: string;
let server: TestServer;
beforeAll(async () => {
  pages = await mkdtemp(path.join(tmpdir(), 'ccs-pages-'));
  await mkdir(path.join(pages, '_next/static'), { recursive: true });
  await writeFile(
    path.join(pages, 'index.html'),
    `<script>${inline}</script><script src="/a.js">not()</script>home`,
  );
  await mkdir(path.join(pages, 'task'));
  await writeFile(path.join(pages, 'task/index.html'), 'task');
  await writeFile(path.join(pages, '404.html'), 'lost');
  await writeFile(path.join(pages, '_next/static/a.js'), '');
  server = await startTestServer({ webDirectory: pages });
});
afterAll(async () => {
  await server.dispose();
  await rm(pages, { recursive: true });
});
const get = (url: string, accept = 'text/html') =>
  server.app.inject({ url, headers: { host: 'localhost', accept } });

describe('pages', () => {
  it('come with a policy that allows their own inline scripts and no others', async () => {
    const response = await get('/');
    expect(response.body).toContain('home');
    const policy = String(response.headers['content-security-policy']);
    const hash = createHash('sha256').update(inline).digest('base64');
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(response.headers['cache-control']).toBe('no-cache');
    await writeFile(path.join(pages, 'index.html'), '<script>rebuilt()</script>');
    const rebuilt = createHash('sha256').update('rebuilt()').digest('base64');
    expect(String((await get('/')).headers['content-security-policy'])).toContain(`'sha256-${rebuilt}'`);
    expect((await get('/_next/static/a.js')).headers['cache-control']).toContain('immutable');
  });

  it('have short permalinks', async () => {
    expect((await get('/task/?id=task_x')).body).toBe('task');
    for (const [url, status] of [
      ['/tasks/task_x', 302],
      ['/task?id=task_x', 301],
    ]) {
      const response = await get(String(url));
      expect([response.statusCode, response.headers.location]).toEqual([status, '/task/?id=task_x']);
    }
  });

  it('that are not there are a page for people and a problem for programs', async () => {
    const page = await get('/nowhere');
    expect([page.statusCode, page.body]).toEqual([404, 'lost']);
    for (const [url, accept] of [
      ['/nowhere', 'application/json'],
      ['/api/nowhere', 'text/html'],
    ] as const) {
      expect((await get(url, accept)).json()).toMatchObject({ status: 404, code: 'route_not_found' });
    }
    expect((await get('/../../package.json')).statusCode).toBe(404);
  });
});
