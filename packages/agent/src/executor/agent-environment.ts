import type { ModelProvider } from '@ccs/core/vocabulary/statuses';
import { join } from 'node:path';

/** What any program needs to run and to reach registries; nothing of an account. */
export const PROGRAM_VARIABLES = [
  'PATH',
  'SHELL',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
] as const;

const CREDENTIALS = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'CLAUDE_CODE_OAUTH_TOKEN'] as const;

/** The variables of the server's environment that an agent may see; nothing else of it reaches an agent. */
export const AGENT_VARIABLES = [
  ...CREDENTIALS,
  'ANTHROPIC_BASE_URL',
  'ANTHROPIC_MODEL',
  'CLAUDE_CONFIG_DIR',
  'HOME',
  'USER',
  ...PROGRAM_VARIABLES,
] as const;

/** What the demo's agent gets of the server's environment: enough to run programs, nothing of the account. */
const DEMO_VARIABLES = ['PATH', 'SHELL', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR'] as const;
/** The demo's scripted model accepts any key. */
const DEMO_KEY = 'sk-ant-demo-no-account-needed';

/** The agent's own variables as the server's configuration parsed them; empty strings count as absent. */
export type AgentEnvironment = { readonly [K in (typeof AGENT_VARIABLES)[number]]?: string | undefined };

/** The mark by which every process of a run is found again, whatever its process group. */
export const RUN_MARK = 'CCS_RUN_ID';

/** Where an agent keeps its session, and the environment it starts with. */
export interface AgentSurroundings {
  readonly env: Record<string, string>;
  /** The folder that holds `projects/<cwd>/<session>.jsonl`. */
  readonly configDir: string;
  /** Folders that must exist before the start. */
  readonly folders: readonly string[];
}

/** Shorter values are no credentials, and replacing them would spoil the logs. */
const MIN_SECRET_LENGTH = 8;

/** The credentials in an environment: values that must never appear in logs. */
export function agentSecrets(environment: AgentEnvironment): readonly string[] {
  return CREDENTIALS.map((name) => environment[name] ?? '').filter(
    (value) => value.length >= MIN_SECRET_LENGTH,
  );
}

/**
 * The environment of one run, built from nothing. With an API key or a token, and in the demo, the session lives in
 * `<dataDir>/agents/<taskId>/claude`; with `claude login` it lives in the person's own configuration folder, because
 * that is where the credentials are.
 */
export function agentSurroundings(options: {
  readonly environment: AgentEnvironment;
  readonly dataDir: string;
  readonly taskId: string;
  readonly runId: string;
  readonly provider: ModelProvider;
  /** The demo model's URL; only read for the provider `demo`. */
  readonly demoUrl: string | null;
  readonly tmpDir: string;
  /** Retries of a failing API request; Claude Code's own default (10) when undefined. */
  readonly maxRetries: number | undefined;
}): AgentSurroundings {
  const { environment } = options;
  const agentDir = join(options.dataDir, 'agents', options.taskId);
  const ownConfigDir = join(agentDir, 'claude');
  const env: Record<string, string> = {
    CLAUDE_CODE_DISABLE_BACKGROUND_TASKS: '1',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1',
    DISABLE_AUTOUPDATER: '1',
    CLAUDE_CODE_TMPDIR: options.tmpDir,
    [RUN_MARK]: options.runId,
  };
  if (options.maxRetries !== undefined) env['CLAUDE_CODE_MAX_RETRIES'] = String(options.maxRetries);

  if (options.provider === 'demo') {
    const home = join(agentDir, 'home');
    copy(environment, DEMO_VARIABLES, env);
    env['HOME'] = home;
    env['CLAUDE_CONFIG_DIR'] = ownConfigDir;
    env['ANTHROPIC_BASE_URL'] = options.demoUrl ?? '';
    env['ANTHROPIC_API_KEY'] = DEMO_KEY;
    // The demo model is on loopback; a proxy of the machine must not come between.
    env['NO_PROXY'] = '127.0.0.1,localhost';
    return { env, configDir: ownConfigDir, folders: [home, ownConfigDir] };
  }

  copy(environment, AGENT_VARIABLES, env);
  if (CREDENTIALS.some((name) => environment[name])) {
    env['CLAUDE_CONFIG_DIR'] = ownConfigDir;
    return { env, configDir: ownConfigDir, folders: [ownConfigDir] };
  }
  const configDir = environment.CLAUDE_CONFIG_DIR || join(environment.HOME ?? '', '.claude');
  return { env, configDir, folders: [] };
}

function copy(
  from: AgentEnvironment,
  names: readonly (keyof AgentEnvironment)[],
  to: Record<string, string>,
): void {
  for (const name of names) {
    const value = from[name];
    if (value) to[name] = value;
  }
}
