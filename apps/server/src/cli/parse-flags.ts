import { parseArgs, type ParseArgsConfig } from 'node:util';
import { ConfigError } from '../config/config.ts';

/** The values of `--name value` flags. @throws ConfigError for an unknown flag or one without a value. */
export function parseFlags<N extends string>(
  args: readonly string[],
  names: readonly N[],
): Partial<Record<N, string>> {
  const options = Object.fromEntries(
    names.map((name) => [name, { type: 'string' }]),
  ) as ParseArgsConfig['options'];
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error));
  }
}
