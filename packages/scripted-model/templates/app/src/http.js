import { createServer } from 'node:http';
import { isDay, localToday } from './dates.js';
import { Refusal } from './entries.js';
import { createFiles } from './files.js';

const MAX_BODY = 100_000;
const SAFETY = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** The HTTP server of the app: the API under /api and the interface from `publicFolder`. It does not listen yet. */
export function createApp({ model, entries, publicFolder }) {
  const base = `/api/${model.resource}`;
  const files = createFiles(publicFolder);

  const api = async (request, url) => {
    const today = url.searchParams.get('today') ?? localToday();
    if (!isDay(today)) throw new Refusal(422, 'invalid', { today: 'date' });
    const route = `${request.method} ${url.pathname}`;
    if (route === 'GET /api/health') return [200, { ok: true }];
    if (route === 'GET /api/model') return [200, model];
    if (route === 'GET /api/summary') return [200, entries.summary(today)];
    if (route === `GET ${base}`) {
      const { q = '', tag = '' } = Object.fromEntries(url.searchParams);
      return [200, { items: entries.list({ q, tag, today }), labels: entries.labels() }];
    }
    if (route === `POST ${base}`) return [201, await entries.add(await readJson(request), today)];
    const [id, action, day, ...rest] = url.pathname.startsWith(`${base}/`)
      ? url.pathname.slice(base.length + 1).split('/')
      : [];
    if (id && action === undefined) {
      if (request.method === 'PATCH') return [200, await entries.edit(id, await readJson(request), today)];
      if (request.method === 'DELETE') return [200, await entries.remove(id)];
    }
    if (id && action === 'days' && day && rest.length === 0) {
      if (request.method === 'PUT') return [200, await entries.mark(id, day, true, today)];
      if (request.method === 'DELETE') return [200, await entries.mark(id, day, false, today)];
    }
    throw new Refusal(404, 'unknown_route');
  };

  return createServer(async (request, response) => {
    const send = (status, type, body) => {
      response.writeHead(status, { ...SAFETY, 'content-type': type, 'cache-control': 'no-cache' });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    try {
      const url = new URL(request.url, 'http://localhost');
      if (url.pathname.startsWith('/api/')) {
        const [status, body] = await api(request, url);
        return send(status, 'application/json', JSON.stringify(body));
      }
      const file = ['GET', 'HEAD'].includes(request.method) ? await files(url.pathname) : undefined;
      if (!file) throw new Refusal(404, 'unknown_route');
      return send(200, file.type, file.body);
    } catch (error) {
      const refused = error instanceof Refusal;
      if (!refused) console.error(error);
      const body = { code: refused ? error.code : 'internal', problems: error.problems };
      return send(refused ? error.status : 500, 'application/json', JSON.stringify(body));
    }
  });
}

async function readJson(request) {
  // Asking for JSON keeps other web sites out: a browser sends it across origins only after asking, and we never agree.
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    throw new Refusal(415, 'json_only');
  }
  let parts = [];
  let size = 0;
  // What is too large is read to its end but not kept, so that the refusal reaches the sender.
  for await (const part of request) {
    size += part.length;
    if (size <= MAX_BODY) parts.push(part);
    else parts = [];
  }
  if (size > MAX_BODY) throw new Refusal(413, 'too_large');
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw new Refusal(400, 'bad_json');
  }
}
