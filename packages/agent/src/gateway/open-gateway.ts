import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { EnvHttpProxyAgent, request } from 'undici';

/** What the API must be shown, and where it is. */
export interface GatewayUpstream {
  /** Without a trailing path of the API, such as `https://api.anthropic.com`. */
  readonly baseUrl: string;
  /** Sent as `x-api-key` in the place of the agent's own key. */
  readonly apiKey?: string | undefined;
  /** Sent as a bearer token in the place of the agent's own key. */
  readonly authToken?: string | undefined;
  readonly httpProxy?: string | undefined;
  readonly httpsProxy?: string | undefined;
  readonly noProxy?: string | undefined;
}

/** A way to the API for one run. */
export interface Gateway {
  /** The base URL for the agent, on loopback. */
  readonly url: string;
  /** The agent's key: good for nothing but this gateway, while it is open. */
  readonly key: string;
  close(): Promise<void>;
}

/** Headers that are about one connection, not about the message (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]);

/**
 * Stands between an agent and the API, so that the person's key is never in the agent's environment, where every
 * command that the agent runs could read it. Requests and answers stream through unchanged but for the key.
 */
export async function openGateway(upstream: GatewayUpstream): Promise<Gateway> {
  const key = `sk-ant-run-${randomBytes(24).toString('hex')}`;
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: upstream.httpProxy ?? '',
    httpsProxy: upstream.httpsProxy ?? '',
    noProxy: upstream.noProxy ?? '',
    // Claude Code has time limits of its own; a long thought is silence here.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const server = createServer((incoming, outgoing) => {
    forward(incoming, outgoing, upstream, key, dispatcher).catch(() => {
      // The agent sees a broken connection, as it would without a gateway, and retries in its own way.
      outgoing.destroy();
    });
  });
  server.requestTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    async close() {
      server.closeAllConnections();
      server.close();
      await dispatcher.destroy();
    },
  };
}

async function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  upstream: GatewayUpstream,
  key: string,
  dispatcher: EnvHttpProxyAgent,
): Promise<void> {
  const headers = headersForUpstream(incoming.headers, upstream, key);
  if (headers === null) {
    outgoing.writeHead(401, { 'content-type': 'application/json' });
    const error = { type: 'authentication_error', message: 'not a key of this gateway' };
    outgoing.end(JSON.stringify({ type: 'error', error }));
    return;
  }
  const target = targetUrl(upstream.baseUrl, incoming.url);
  if (target === null) {
    outgoing.writeHead(400, { 'content-type': 'application/json' });
    const error = { type: 'invalid_request_error', message: 'the request target must be a path' };
    outgoing.end(JSON.stringify({ type: 'error', error }));
    return;
  }
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  const answer = await request(target, {
    method: (incoming.method ?? 'GET') as 'GET',
    headers,
    body: incoming.headers['content-length'] || incoming.headers['transfer-encoding'] ? incoming : null,
    dispatcher,
    signal: gone.signal,
  });
  outgoing.writeHead(answer.statusCode, withoutHopByHop(answer.headers));
  outgoing.flushHeaders();
  await pipeline(answer.body, outgoing);
}

/**
 * Where a request goes; null for a target that is not a path (RFC 9112, 3.2: absolute, authority and asterisk form).
 * Appended to the base URL such a target could name another host, which must never see the key.
 */
function targetUrl(baseUrl: string, target: string | undefined): URL | null {
  if (!target?.startsWith('/')) return null;
  const composed = baseUrl.replace(/\/+$/, '') + target;
  if (!URL.canParse(composed)) return null;
  const url = new URL(composed);
  return url.origin === new URL(baseUrl).origin ? url : null;
}

/** The agent's headers with the real credentials; null when it did not show the gateway's key. */
function headersForUpstream(
  given: IncomingHttpHeaders,
  upstream: GatewayUpstream,
  key: string,
): Record<string, string | string[]> | null {
  const { 'x-api-key': shownKey, authorization, ...rest } = withoutHopByHop(given);
  const headers: Record<string, string | string[]> = rest;
  let admitted = false;
  if (upstream.apiKey && equal(shownKey, key)) {
    headers['x-api-key'] = upstream.apiKey;
    admitted = true;
  }
  if (upstream.authToken && equal(authorization, `Bearer ${key}`)) {
    headers['authorization'] = `Bearer ${upstream.authToken}`;
    admitted = true;
  }
  return admitted ? headers : null;
}

function withoutHopByHop(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP_BY_HOP.has(name)) kept[name] = value;
  }
  return kept;
}

function equal(shown: string | string[] | undefined, expected: string): boolean {
  if (typeof shown !== 'string' || shown.length !== expected.length) return false;
  return timingSafeEqual(Buffer.from(shown), Buffer.from(expected));
}
