import { AGENT_VARIABLES, type AgentEnvironment } from '@ccs/agent';
import path from 'node:path';
import { z } from 'zod';
import type { Env } from './env.ts';

export interface Config {
  readonly version: string;
  readonly dataDirectory: string;
  readonly outputDirectory: string;
  readonly host: string;
  readonly port: number;
  /** Names by which a browser may reach this server, besides the loopback names. */
  readonly allowedHosts: readonly string[];
  readonly databaseUrl: string | undefined;
  /** Encrypts what people provide; undefined = a key file in the data folder. */
  readonly secretKey: string | undefined;
  /** After how many minutes an optional question is answered by its default, unless a task says otherwise; 0 = never. */
  readonly questionTimeoutMinutes: number;
  readonly maxConcurrentAgents: number;
  readonly claudeExecutable: string | undefined;
  readonly logLevel: string;
  /** What agents may be given of the environment; everything else stays with the server. */
  readonly agent: AgentEnvironment;
}

/** A variable of the environment that cannot be used. The message names it and says what to do. */
export class ConfigError extends Error {}

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();
const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum));

const envSchema = z.object({
  CCS_DATA_DIR: optionalText,
  CCS_OUTPUT_DIRECTORY: optionalText,
  CCS_HOST: optionalText,
  CCS_PORT: wholeNumber(0, 65_535).optional(),
  DASHBOARD_PORT: wholeNumber(0, 65_535).optional(),
  CCS_ALLOWED_HOSTS: optionalText,
  CCS_SECRET_KEY: optionalText,
  CCS_QUESTION_TIMEOUT_MINUTES: wholeNumber(0, 43_200).optional(),
  CCS_MAX_CONCURRENT_AGENTS: wholeNumber(1, 64).optional(),
  CCS_CLAUDE_EXECUTABLE: optionalText,
  CCS_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  HOME: optionalText,
});

/**
 * The configuration that an environment asks for. Pure.
 * @throws ConfigError when a value cannot be used; an empty variable counts as not set.
 */
export function parseConfig(env: Env, version: string): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`These settings cannot be used:\n  ${problems.join('\n  ')}`);
  }
  const vars = parsed.data;
  const home = vars.HOME;
  if (!vars.CCS_DATA_DIR && !home)
    throw new ConfigError('Set CCS_DATA_DIR: there is no HOME to put the data in.');
  const dataDirectory = path.resolve(vars.CCS_DATA_DIR ?? path.join(home ?? '', '.claude-code-server'));
  return {
    version,
    dataDirectory,
    outputDirectory: path.resolve(vars.CCS_OUTPUT_DIRECTORY ?? path.join(dataDirectory, 'projects')),
    host: vars.CCS_HOST ?? '127.0.0.1',
    port: vars.CCS_PORT ?? vars.DASHBOARD_PORT ?? 3333,
    allowedHosts: vars.CCS_ALLOWED_HOSTS?.split(',').map((name) => name.trim().toLowerCase()) ?? [],
    databaseUrl: vars.DATABASE_URL,
    secretKey: vars.CCS_SECRET_KEY,
    questionTimeoutMinutes: vars.CCS_QUESTION_TIMEOUT_MINUTES ?? 60,
    maxConcurrentAgents: vars.CCS_MAX_CONCURRENT_AGENTS ?? 3,
    claudeExecutable: vars.CCS_CLAUDE_EXECUTABLE,
    logLevel: vars.CCS_LOG_LEVEL ?? 'info',
    agent: Object.fromEntries(
      AGENT_VARIABLES.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]),
    ),
  };
}
