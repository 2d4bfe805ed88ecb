import http from 'node:http';

/** Gets answers over one kept connection, one after the other, as a browser's page does. */
export class TimedClient {
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  readonly #origin: string;

  /** @param origin such as `http://127.0.0.1:3333` */
  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Milliseconds from the request to the last byte of its answer. @throws Error for any status but 200. */
  async get(path: string): Promise<{ readonly ms: number; readonly body: string }> {
    const start = performance.now();
    const body = await new Promise<string>((resolve, reject) => {
      const request = http.get(`${this.#origin}${path}`, { agent: this.#agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`GET ${path}: ${response.statusCode} ${text.slice(0, 500)}`));
        });
      });
      request.on('error', reject);
    });
    return { ms: performance.now() - start, body };
  }

  /** The milliseconds of so many requests, the paths taken in turn. */
  async repeat(count: number, paths: readonly string[]): Promise<readonly number[]> {
    const times: number[] = [];
    for (let index = 0; index < count; index += 1) {
      times.push((await this.get(paths[index % paths.length] ?? '/')).ms);
    }
    return times;
  }

  close(): void {
    this.#agent.destroy();
  }
}
