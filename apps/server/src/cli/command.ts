import type { Env } from '../config/env.ts';

/** A command: takes its arguments and the environment, resolves with the exit code. */
export type Command = (args: readonly string[], env: Env) => Promise<number>;
