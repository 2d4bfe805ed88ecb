import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { type Gateway, type GatewayUpstream, openGateway } from './open-gateway.ts';

const closers: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function api(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  return listening(createServer(answer));
}
async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
async function gatewayTo(upstream: GatewayUpstream): Promise<Gateway> {
  const gateway = await openGateway(upstream);
  closers.push(() => gateway.close());
  return gateway;
}
/** The whole answer to a request whose target is sent exactly as it is written. */
async function rawRequest(gateway: Gateway, target: string): Promise<string> {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  socket.setEncoding('utf8');
  socket.write(
    `POST ${target} HTTP/1.1\r\nHost: x\r\nx-api-key: ${gateway.key}\r\nConnection: close\r\n\r\n`,
  );
  let answer = '';
  for await (const part of socket) answer += String(part);
  return answer;
}
const echo = (request: IncomingMessage, response: ServerResponse): void => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    response.writeHead(429, {
      'content-type': 'application/json',
      'retry-after': '7',
      'request-id': 'req_1',
    });
    response.end(JSON.stringify({ url: request.url, headers: request.headers, body }));
  });
};

describe('the gateway', () => {
  it('shows the real key to the API and passes everything else on', async () => {
    const gateway = await gatewayTo({ baseUrl: await api(echo), apiKey: 'real-key' });
    const response = await fetch(`${gateway.url}/v1/messages?beta=true`, {
      method: 'POST',
      headers: {
        'x-api-key': gateway.key,
        'anthropic-version': '2023-06-01',
        'content-type': 'application/json',
      },
      body: '{"한":1}',
    });
    expect([
      response.status,
      response.headers.get('retry-after'),
      response.headers.get('request-id'),
    ]).toEqual([429, '7', 'req_1']);
    const seen = (await response.json()) as { url: string; headers: Record<string, string>; body: string };
    expect(seen).toMatchObject({
      url: '/v1/messages?beta=true',
      headers: { 'x-api-key': 'real-key', 'anthropic-version': '2023-06-01' },
      body: '{"한":1}',
    });
    expect(JSON.stringify(seen)).not.toContain(gateway.key);
  });

  it('does the same for a bearer token', async () => {
    const gateway = await gatewayTo({ baseUrl: `${await api(echo)}/`, authToken: 'real-token' });
    const headers = { authorization: `Bearer ${gateway.key}` };
    const seen = (await (await fetch(`${gateway.url}/v1/models`, { headers })).json()) as { headers: object };
    expect(seen.headers).toMatchObject({ authorization: 'Bearer real-token' });
  });

  it.each<Record<string, string>>([
    {},
    { 'x-api-key': 'real-key' },
    { authorization: 'Bearer real-key' },
    { 'x-api-key': 'sk-ant-run-0' },
  ])('is closed to whoever shows %o', async (headers) => {
    let asked = false;
    const baseUrl = await api((_, response) => {
      asked = true;
      response.end();
    });
    const gateway = await gatewayTo({ baseUrl, apiKey: 'real-key' });
    expect((await fetch(`${gateway.url}/v1/messages`, { headers })).status).toBe(401);
    expect(asked).toBe(false);
  });

  it('never composes another host out of the base URL and a request target', async () => {
    const hosts: string[] = [];
    const proxy = await listening(
      createServer().on('connect', (request, socket: Duplex) => {
        hosts.push(request.url ?? '');
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      }),
    );
    const far = await gatewayTo({ baseUrl: 'http://api.example.com', apiKey: 'real-key', httpProxy: proxy });
    expect(await rawRequest(far, '/v1/messages')).toBe('');
    expect(hosts).toEqual(['api.example.com:80']);
    // http://api.example.com + pany://x/v1 is http://api.example.company//x/v1.
    for (const target of ['pany://x/v1', 'http://api.example.com/v1', '*']) {
      expect(await rawRequest(far, target), target).toMatch(/^HTTP\/1\.1 400 /);
    }
    expect(hosts).toHaveLength(1);

    const near = await gatewayTo({ baseUrl: await api(echo), apiKey: 'real-key' });
    expect(await rawRequest(near, '//evil.example/v1')).toContain('"url":"//evil.example/v1"');
  });

  it('streams: each part arrives before the next is sent', async () => {
    let sendNext: () => void = () => undefined;
    const baseUrl = await api((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('one');
      sendNext = () => response.end('two');
    });
    const gateway = await gatewayTo({ baseUrl, apiKey: 'real-key' });
    const response = await fetch(gateway.url, { headers: { 'x-api-key': gateway.key } });
    const parts: string[] = [];
    for await (const part of response.body ?? []) {
      parts.push(Buffer.from(part).toString());
      sendNext();
    }
    expect(parts).toEqual(['one', 'two']);
  });

  it('breaks the connection when the API does, and tells the API when the agent is gone', async () => {
    const broken = await gatewayTo({
      baseUrl: await api((request) => request.socket.destroy()),
      apiKey: 'k',
    });
    await expect(fetch(broken.url, { headers: { 'x-api-key': broken.key } })).rejects.toThrow('fetch failed');

    let gone: () => void = () => undefined;
    const left = new Promise<void>((resolve) => {
      gone = resolve;
    });
    const baseUrl = await api((request, response) => {
      response.write('begin');
      request.socket.on('close', gone);
    });
    const gateway = await gatewayTo({ baseUrl, apiKey: 'k' });
    const agent = new AbortController();
    const response = await fetch(gateway.url, {
      headers: { 'x-api-key': gateway.key },
      signal: agent.signal,
    });
    expect(response.status).toBe(200);
    agent.abort();
    await left;
  });
});
