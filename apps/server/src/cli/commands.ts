import type { Command } from './command.ts';

/** The commands, each loaded only when it is called. */
export const COMMANDS = {
  start: async (): Promise<Command> => (await import('./start.ts')).start,
  demo: async (): Promise<Command> => (await import('./demo.ts')).demo,
  login: async (): Promise<Command> => (await import('./login.ts')).login,
  doctor: async (): Promise<Command> => (await import('./doctor.ts')).doctor,
  'rebuild-projections': async (): Promise<Command> =>
    (await import('./rebuild-projections.ts')).rebuildProjections,
};

export function isCommand(name: string): name is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, name);
}

export const USAGE = `claude-code-server: hand over a task, get a finished project back

  start [--port N] [--host H]     serve the web pages and the API (default command)
  demo [--title T] [--prompt P] [--language en|ko]
                                  run a whole task with the scripted model, without an account
  login                           sign Claude Code in with your Claude account
  doctor                          check what the server needs and say how to fix it
  rebuild-projections             write all read models anew from the events

The environment (CCS_DATA_DIR, CCS_PORT, DATABASE_URL, ...) is described in the README.`;
