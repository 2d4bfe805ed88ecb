import type { TestDatabase } from '@ccs/storage/testing';
import { openTestDatabase } from '@ccs/storage/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { type Composition, compose, type Overrides } from '../compose.ts';
import { type Config, parseConfig } from '../config/config.ts';
import { VERSION } from '../config/version.ts';

/** A whole server of a test's own: real database, real log files, real agents; folders that go away with it. */
export interface TestServer extends Composition {
  readonly config: Config;
  /** Everything it writes lies in here. */
  readonly folder: string;
  /** Stops it and removes everything. */
  dispose(): Promise<void>;
}

/** An environment with nothing of the machine's but the way to find programs. */
export async function testEnvironment(): Promise<{ folder: string; env: Record<string, string> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ccs-server-'));
  return {
    folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: path.join(folder, 'home'),
      CCS_DATA_DIR: path.join(folder, 'data'),
      CCS_PORT: '0',
      CCS_LOG_LEVEL: 'warn',
    },
  };
}

export async function startTestServer(
  options: {
    readonly database?: TestDatabase['database']['kind'];
    readonly env?: Record<string, string>;
    /** Takes the log, everything of it, line by line. */
    readonly logLines?: string[] | undefined;
  } & Overrides = {},
): Promise<TestServer> {
  const { database = 'sqlite', env: changes, logLines, ...overrides } = options;
  const { folder, env } = await testEnvironment();
  const postgres: TestDatabase | null = database === 'postgres' ? await openTestDatabase('postgres') : null;
  const url = postgres?.options.databaseUrl;
  const config = parseConfig({ ...env, ...(url ? { DATABASE_URL: url } : {}), ...changes }, VERSION);
  const logger = logLines
    ? pino({ level: 'trace' }, { write: (line: string) => logLines.push(line) })
    : pino({ level: config.logLevel }, pino.destination(2));
  const composed = await compose(config, logger, overrides);
  composed.work();
  return {
    ...composed,
    config,
    folder,
    async dispose() {
      await composed.stop();
      await postgres?.dispose();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
