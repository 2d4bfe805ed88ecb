import { type ServerProcess, startServerProcess } from '@ccs/server/testing/server-process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One installation: a data folder and a port that outlive the server's process. */
export interface Installation {
  readonly folder: string;
  readonly dataDirectory: string;
  /** The process that runs now. */
  readonly server: ServerProcess;
  /** Ends the process if it runs and starts another one on the same data and the same port. */
  restart(options?: { readonly signal?: 'SIGTERM' | 'SIGKILL'; readonly env?: Env }): Promise<void>;
  /** Ends the process. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** What the process printed that runs now, or ran last. */
  output(): string;
  /** Ends everything and removes the folder. */
  dispose(): Promise<void>;
}

type Env = Readonly<Record<string, string>>;

/** Starts a server that knows nothing of this machine but where programs are. */
export async function install(env: Env = {}): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'ccs-e2e-'));
  const dataDirectory = join(folder, 'data');
  await mkdir(join(folder, 'home'));
  const start = (port: string, more: Env) =>
    startServerProcess({
      PATH: process.env['PATH'] ?? '',
      HOME: join(folder, 'home'),
      CCS_DATA_DIR: dataDirectory,
      CCS_PORT: port,
      CCS_LOG_LEVEL: 'warn',
      ...more,
    });
  let server: ServerProcess | null = await start('0', env);
  let latest = server;
  const port = new URL(server.url).port;
  const stop = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const running = server;
    server = null;
    await running?.end(signal);
  };
  return {
    folder,
    dataDirectory,
    get server() {
      if (server === null) throw new Error('the server is stopped');
      return server;
    },
    async restart(options = {}) {
      await stop(options.signal ?? 'SIGTERM');
      latest = await start(port, options.env ?? env);
      server = latest;
    },
    stop,
    output: () => latest.output(),
    async dispose() {
      await stop('SIGTERM');
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
