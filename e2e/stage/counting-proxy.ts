import { once } from 'node:events';
import http from 'node:http';

/** A way to the server that counts its event streams. */
export interface CountingProxy {
  readonly url: string;
  /** Event streams that are open now. */
  open(): number;
  close(): Promise<void>;
}

/** Listens on a free port and passes everything on to `target`. */
export async function startCountingProxy(target: string): Promise<CountingProxy> {
  let open = 0;
  const server = http.createServer((request, response) => {
    const isStream = request.url?.startsWith('/api/stream') === true;
    const onward = http.request(
      new URL(request.url ?? '/', target),
      { method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.flushHeaders();
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    if (isStream) open += 1;
    response.on('close', () => {
      if (isStream) open -= 1;
      onward.destroy();
    });
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://localhost:${port}`,
    open: () => open,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
