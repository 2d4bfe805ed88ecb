import { claudeVersion, detectSignIn } from '@ccs/agent';
import type { SystemInfo } from '@ccs/contract';
import type { Config } from '../config/config.ts';

/** Whether agents can run here: looked up when asked for, because a person may sign in meanwhile. */
export interface AgentProbe {
  look(): Promise<Pick<SystemInfo['agent'], 'available' | 'version' | 'signIn'>>;
}

/** A version that was found is not asked for again: that starts a process. The sign-in is looked up each time. */
export function createAgentProbe(config: Config): AgentProbe {
  let version: Promise<string | null> | null = null;
  return {
    async look() {
      version ??= claudeVersion(config.claudeExecutable);
      const found = await version;
      if (found === null) version = null;
      return { available: found !== null, version: found, signIn: await detectSignIn(config.agent) };
    },
  };
}
