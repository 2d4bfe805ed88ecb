import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';

const HEARTBEAT_MS = 15_000;
/** Bytes that may wait for one client. Beyond it, it is served from disk again when it has caught up. */
const MAX_BACKLOG_BYTES = 1024 * 1024;

/** One client of a live stream. Frames go straight to the socket; nothing is kept for it beyond a bounded backlog. */
export class SseConnection {
  readonly #response: ServerResponse;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #onClose = new Set<() => void>();
  #closed = false;

  /** Takes the reply over from Fastify and sends the headers at once. */
  constructor(request: FastifyRequest, reply: FastifyReply) {
    reply.hijack();
    this.#response = reply.raw;
    this.#response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    this.#response.write(':ok\n\n');
    this.#heartbeat = setInterval(() => this.#response.write(':\n\n'), HEARTBEAT_MS);
    request.raw.on('close', () => this.#end());
    this.#response.on('close', () => this.#end());
    this.#response.on('error', () => this.#end());
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Whether so much waits for this client that no more should be given to it now. */
  get overflowing(): boolean {
    return this.#response.writableLength > MAX_BACKLOG_BYTES;
  }

  /** @param json one line, as JSON.stringify makes it. */
  send(event: string, json: string, id?: string): void {
    if (this.#closed) return;
    this.#response.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${json}\n\n`);
  }

  /** Resolves when everything sent has left for the client, or it is gone. */
  async drained(): Promise<void> {
    if (this.#closed || !this.#response.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        this.#response.off('drain', done);
        this.#response.off('close', done);
        resolve();
      };
      this.#response.on('drain', done);
      this.#response.on('close', done);
    });
  }

  /** Calls it once when the client is gone; returns the way to take that back. */
  onClose(listener: () => void): () => void {
    if (this.#closed) listener();
    else this.#onClose.add(listener);
    return () => this.#onClose.delete(listener);
  }

  /** Breaks the connection off, with what waits for the client: it connects again and asks for what it missed. */
  close(): void {
    this.#response.destroy();
    this.#end();
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#heartbeat);
    for (const listener of this.#onClose) listener();
  }
}
