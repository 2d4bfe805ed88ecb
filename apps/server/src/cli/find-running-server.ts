import { healthSchema } from '@ccs/contract';

/** The URL of a healthy Claude Code Server that answers on a port; null when none does within a second. */
export async function findRunningServer(host: string, port: number): Promise<string | null> {
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  try {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(1000) });
    return healthSchema.parse(await response.json()).url;
  } catch {
    return null;
  }
}
