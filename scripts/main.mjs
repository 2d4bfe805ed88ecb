import { prepare } from './bootstrap/prepare.mjs';
import { SetupError } from './bootstrap/step.mjs';
import { ROOT } from './root.mjs';

/**
 * @typedef {object} CommandDefinition
 * @property {readonly import('./bootstrap/prepare.mjs').Build[]} builds what must be built before it runs
 * @property {(args: string[]) => Promise<void>} run loaded late: what it imports is installed only by then
 */

/** @type {Record<string, CommandDefinition>} */
const COMMANDS = {
  start: { builds: ['packages', 'web'], run: server('start') },
  demo: { builds: ['packages'], run: server('demo') },
  login: { builds: ['packages'], run: server('login') },
  doctor: { builds: ['packages'], run: server('doctor') },
  'rebuild-projections': { builds: ['packages'], run: server('rebuild-projections') },
  build: { builds: ['packages', 'web'], run: async () => {} },
  bench: {
    builds: ['packages', 'web'],
    run: async (args) => (await import('./commands/bench.mjs')).bench(args),
  },
  verify: { builds: [], run: async () => (await import('./commands/verify.mjs')).verify() },
};

/** @param {string} command @returns {CommandDefinition['run']} */
function server(command) {
  return async (args) => (await import('./commands/server.mjs')).server(command, args);
}

/**
 * Runs one command of the repository. Sets the exit code; says what is wrong in words.
 * @param {string | undefined} name
 * @param {string[]} args what the command itself gets
 */
export async function main(name, args) {
  process.chdir(ROOT);
  if (name === 'test') {
    // It sets up by itself: whatever fails, even the install, is counted in its last line.
    await (await import('./commands/test.mjs')).test();
    return;
  }
  const command = name === undefined ? undefined : COMMANDS[name];
  if (command === undefined) {
    console.error(`Usage: node scripts/run.mjs <${[...Object.keys(COMMANDS), 'test'].join(' | ')}>`);
    process.exitCode = 2;
    return;
  }
  try {
    await prepare(ROOT, command.builds);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    return;
  }
  await command.run(args);
}
