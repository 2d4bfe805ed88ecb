import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { acquireOwnership, AlreadyOwnedError } from '@ccs/storage';
import { pino } from 'pino';
import { type Config, parseConfig } from '../config/config.ts';
import { VERSION } from '../config/version.ts';
import type { Command } from './command.ts';
import { composeAlone } from './compose-alone.ts';
import { findRunningServer } from './find-running-server.ts';
import { nextSignal } from './next-signal.ts';
import { parseFlags } from './parse-flags.ts';

const WEB_DIRECTORY = fileURLToPath(new URL('../../../web/out', import.meta.url));
const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '::1'];

/** Serves until SIGINT or SIGTERM. */
export const start: Command = async (args, env) => {
  const flags = parseFlags(args, ['port', 'host']);
  const config = parseConfig(
    { ...env, CCS_PORT: flags.port ?? env['CCS_PORT'], CCS_HOST: flags.host ?? env['CCS_HOST'] },
    VERSION,
  );
  const running = config.port === 0 ? null : await findRunningServer(config.host, config.port);
  if (running) {
    if (await isInUse(config)) {
      console.log(`Claude Code Server is already running at ${running}`);
      return 0;
    }
    console.error(
      `Port ${config.port} is taken by another Claude Code Server, with other data than ${config.dataDirectory}. Set CCS_PORT to a free port.`,
    );
    return 1;
  }
  const logger = pino({ level: config.logLevel }, pino.destination(2));
  const signalled = nextSignal();
  const composed = await composeAlone(config, logger, {
    webDirectory: existsSync(WEB_DIRECTORY) ? WEB_DIRECTORY : null,
  });
  if (!composed) return 1;

  try {
    const address = await composed.app.listen({ host: config.host, port: config.port });
    composed.work();
    const port = new URL(address).port;
    console.log(`Claude Code Server ${VERSION}  http://localhost:${port}`);
    console.log(`Data: ${config.dataDirectory}`);
    if (composed.recovered > 0) {
      console.log(
        `${composed.recovered} task(s) were interrupted when the last server stopped; resume them in the browser.`,
      );
    }
    if (!LOOPBACK_HOSTS.includes(config.host)) {
      console.warn(
        `Warning: listening on ${config.host}. There is no login yet: whoever reaches this port controls your agents.`,
      );
    }
    const reason = await Promise.race([signalled, composed.lost]);
    logger.info({ reason }, 'stopping');
    if (reason === undefined) return 1;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    console.error(
      `Port ${config.port} is used by another program. Stop that, or set CCS_PORT to a free port.`,
    );
    return 1;
  } finally {
    const agents = await composed.stop();
    if (agents > 0) console.log(`Stopped ${agents} agent(s); their tasks can be resumed.`);
  }
  return 0;
};

/** Whether a server works on this data: the one that answers on our port is ours. */
async function isInUse({ dataDirectory, databaseUrl }: Config): Promise<boolean> {
  try {
    const ownership = await acquireOwnership({ dataDir: dataDirectory, databaseUrl });
    await ownership.release();
    return false;
  } catch (error) {
    if (error instanceof AlreadyOwnedError) return true;
    throw error;
  }
}
