import { findClaudeExecutable } from '@ccs/agent';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseConfig } from '../config/config.ts';
import { VERSION } from '../config/version.ts';
import type { Command } from './command.ts';

/**
 * Signs the person in with the Claude Code that agents run on, so that nobody has to install another one. The dialogue
 * and the credentials are Claude Code's own.
 */
export const login: Command = async (_, env) => {
  const program = parseConfig(env, VERSION).claudeExecutable ?? findClaudeExecutable();
  if (program === null) {
    console.error('Claude Code is not installed. Run: npm ci --include=optional');
    return 1;
  }
  const child = spawn(program, ['auth', 'login'], { env: { ...env }, stdio: 'inherit' });
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    return code ?? 1;
  } catch (error) {
    console.error(`Claude Code cannot be started: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
};
