import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { TimedClient } from '../measure/timed-get.ts';

const TIMEOUT_MS = 60_000;

/** How long a start took, in milliseconds from the spawn of its process to the last byte of a first answer. */
export interface StartTimes {
  readonly pageMs: number;
  readonly healthMs: number;
}

/** Starts a server by a command that prints its address, asks for the first page and for its health, and ends it. */
export async function timeStart(
  command: readonly [string, ...string[]],
  options: { readonly cwd?: string; readonly env: Record<string, string> },
): Promise<StartTimes> {
  const [program, ...args] = command;
  const start = performance.now();
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGTERM'), TIMEOUT_MS);
  try {
    const origin = await new Promise<string>((resolve, reject) => {
      let output = '';
      const read = (chunk: Buffer): void => {
        output += chunk.toString();
        const port = /http:\/\/localhost:(\d+)/.exec(output)?.[1];
        if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`the server ended before it listened:\n${output}`)));
    });
    const client = new TimedClient(origin);
    await client.get('/');
    const pageMs = performance.now() - start;
    await client.get('/api/health');
    const healthMs = performance.now() - start;
    client.close();
    return { pageMs, healthMs };
  } finally {
    clearTimeout(timer);
    child.kill('SIGTERM');
    await exited;
  }
}
