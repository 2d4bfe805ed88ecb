import fastifyStatic from '@fastify/static';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from './http-deps.ts';
import { sendProblem } from './errors.ts';

/** Serves the exported pages, and redirects the short permalinks `/tasks/<id>` to them. */
export async function registerPages(app: App, directory: string | null): Promise<void> {
  app.get<{ Params: { id: string } }>('/tasks/:id', { schema: { hide: true } }, (request, reply) =>
    reply.redirect(`/task/?id=${encodeURIComponent(request.params.id)}`),
  );
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = !request.url.startsWith('/api') && request.headers.accept?.includes('text/html');
    if (directory === null || !wantsPage) return sendProblem(request, reply, 'route_not_found', {});
    return reply.status(404).sendFile('404.html');
  });
  if (directory === null) {
    app.get('/', { schema: { hide: true } }, (_, reply) =>
      reply.type('text/plain').send('The web pages are not built. Start with: npm start\nAPI: /api/docs\n'),
    );
    return;
  }
  const policyOf = contentSecurityPolicies();
  await app.register(fastifyStatic, {
    root: directory,
    // A page is a folder with an index: `/new` becomes `/new/`, and keeps its query.
    redirect: true,
    index: 'index.html',
    cacheControl: false,
    setHeaders(response, file, stat) {
      const immutable = file.includes(`${path.sep}_next${path.sep}static${path.sep}`);
      response.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.header('x-content-type-options', 'nosniff');
      if (!file.endsWith('.html')) return;
      response.header('content-security-policy', policyOf(file, stat.mtimeMs));
      response.header('referrer-policy', 'same-origin');
    },
  });
}

/** The policy of each page, made when it is first asked for and again when the page was built anew. */
function contentSecurityPolicies(): (file: string, mtimeMs: number) => string {
  const known = new Map<string, { readonly mtimeMs: number; readonly policy: string }>();
  return (file, mtimeMs) => {
    const cached = known.get(file);
    if (cached?.mtimeMs === mtimeMs) return cached.policy;
    const policy = contentSecurityPolicy(readFileSync(file, 'utf8'));
    known.set(file, { mtimeMs, policy });
    return policy;
  };
}

/** Scripts from this server only; the page's own inline ones by their hashes. */
function contentSecurityPolicy(html: string): string {
  const hashes = new Set<string>();
  for (const [, body] of html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)) {
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('base64');
    hashes.add(`'sha256-${hash}'`);
  }
  return [
    "default-src 'self'",
    `script-src 'self' ${[...hashes].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
