import { readEnv } from './config/env.ts';
import { COMMANDS, isCommand, USAGE } from './cli/commands.ts';
import { ConfigError } from './config/config.ts';
import { VERSION } from './config/version.ts';

const [name = 'start', ...args] = process.argv.slice(2);
if (name === '--version' || name === '-v') {
  console.log(VERSION);
} else if (!isCommand(name)) {
  const help = name === '--help' || name === '-h' || name === 'help';
  (help ? console.log : console.error)(help ? USAGE : `Unknown command: ${name}\n\n${USAGE}`);
  process.exitCode = help ? 0 : 2;
} else {
  try {
    if (args.includes('--help')) console.log(USAGE);
    else {
      const run = await COMMANDS[name]();
      process.exitCode = await run(args, readEnv());
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
