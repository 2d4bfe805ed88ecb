import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgentEnvironment } from '../executor/agent-environment.ts';

/** How Claude Code will sign in: by a credential in the environment, by an earlier `claude login`, or not at all. */
export type SignIn = 'auth_token' | 'api_key' | 'oauth_token' | 'login' | 'none';

/**
 * Finds out how Claude Code will sign in, in the order in which it looks itself. Only asks whether a credential is
 * there, never reads one; whether the API accepts it shows when an agent runs.
 * @param platform the operating system; on macOS the login is in the keychain and only its account on disk.
 */
export async function detectSignIn(
  environment: AgentEnvironment,
  platform: NodeJS.Platform = process.platform,
): Promise<SignIn> {
  if (environment.ANTHROPIC_AUTH_TOKEN) return 'auth_token';
  if (environment.ANTHROPIC_API_KEY) return 'api_key';
  if (environment.CLAUDE_CODE_OAUTH_TOKEN) return 'oauth_token';
  const { CLAUDE_CONFIG_DIR: chosen, HOME: home } = environment;
  if (!chosen && !home) return 'none';
  const configDir = chosen || join(home ?? '', '.claude');
  if (await isFilled(join(configDir, '.credentials.json'))) return 'login';
  // With a configuration folder of its own this file is inside it, else beside the default one.
  const account = join(chosen || (home ?? ''), '.claude.json');
  return platform === 'darwin' && (await namesAccount(account)) ? 'login' : 'none';
}

async function isFilled(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.isFile() && found.size > 2;
}

async function namesAccount(path: string): Promise<boolean> {
  try {
    const config: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof config === 'object' && config !== null && 'oauthAccount' in config && !!config.oauthAccount;
  } catch {
    return false;
  }
}
