import type { AgentEnvironment } from '../executor/agent-environment.ts';

const ANTHROPIC_API = 'https://api.anthropic.com';

/** The gateway of one run, and what of the agent's environment it changes. */
export interface RunGateway {
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * With an API key or a bearer token: a gateway for this run, and a key of the run's own in the place of the real
 * one. Null otherwise: subscriptions (`claude login`, CLAUDE_CODE_OAUTH_TOKEN) are Claude Code's own affair.
 */
export async function openRunGateway(environment: AgentEnvironment): Promise<RunGateway | null> {
  const apiKey = environment.ANTHROPIC_API_KEY;
  const authToken = environment.ANTHROPIC_AUTH_TOKEN;
  if (!apiKey && !authToken) return null;
  const { openGateway } = await import('./open-gateway.ts');
  const gateway = await openGateway({
    baseUrl: environment.ANTHROPIC_BASE_URL || ANTHROPIC_API,
    apiKey,
    authToken,
    httpProxy: environment.HTTP_PROXY || environment.http_proxy,
    httpsProxy: environment.HTTPS_PROXY || environment.https_proxy,
    noProxy: environment.NO_PROXY || environment.no_proxy,
  });
  const noProxy = [environment.NO_PROXY || environment.no_proxy, '127.0.0.1'].filter(Boolean).join(',');
  return {
    env: {
      ANTHROPIC_BASE_URL: gateway.url,
      NO_PROXY: noProxy,
      no_proxy: noProxy,
      ...(apiKey ? { ANTHROPIC_API_KEY: gateway.key } : {}),
      ...(authToken ? { ANTHROPIC_AUTH_TOKEN: gateway.key } : {}),
    },
    close: () => gateway.close(),
  };
}
