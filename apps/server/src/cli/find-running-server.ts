import { healthSchema } from '@ccs/contract';
import http from 'node:http';

const TIMEOUT_MS = 1000;

/** The URL of a healthy Claude Code Server that answers on a port; null when none does within a second. */
export async function findRunningServer(host: string, port: number): Promise<string | null> {
  const body = await new Promise<string | null>((resolve) => {
    // Not fetch: it never settles when the other side closes the connection at once.
    const request = http.get({ host, port, path: '/api/health', agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
      response.on('error', () => resolve(null));
    });
    request.on('error', () => resolve(null));
    const timer = setTimeout(() => request.destroy(), TIMEOUT_MS);
    request.on('close', () => {
      clearTimeout(timer);
      resolve(null);
    });
  });
  try {
    return body === null ? null : healthSchema.parse(JSON.parse(body)).url;
  } catch {
    return null;
  }
}
