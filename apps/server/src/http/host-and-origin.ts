import { HttpProblem } from './problems.ts';
import type { App } from './http-deps.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The host name of a Host header or origin, without port; null when it is not one. */
function hostName(authority: string): string | null {
  try {
    return new URL(`http://${authority}`).hostname;
  } catch {
    return null;
  }
}

/**
 * Refuses requests that a foreign web page makes through a person's browser: a Host that is not ours (DNS
 * rebinding) and an Origin that is not the very host and port that was asked. No CORS header is ever sent.
 */
export function checkHostAndOrigin(app: App, allowedHosts: readonly string[]): void {
  const allowed = new Set([...LOOPBACK, ...allowedHosts]);
  app.addHook('onRequest', async (request) => {
    const host = request.headers.host ?? '';
    const name = hostName(host);
    if (name === null || !allowed.has(name))
      throw new HttpProblem('host_not_allowed', `Host: ${host.slice(0, 200)}`);
    const { origin } = request.headers;
    if (origin === undefined) return;
    const originHost = /^https?:\/\/([^/]+)$/.exec(origin)?.[1];
    if (originHost?.toLowerCase() !== host.toLowerCase()) {
      throw new HttpProblem('origin_not_allowed', `Origin: ${origin.slice(0, 200)}`);
    }
  });
}
