import { acquireOwnership, AlreadyOwnedError, openDatabase } from '@ccs/storage';
import { parseConfig } from '../config/config.ts';
import { VERSION } from '../config/version.ts';
import type { Command } from './command.ts';

/** Writes all read models anew from the events, while no server runs. */
export const rebuildProjections: Command = async (_, env) => {
  const { dataDirectory: dataDir, databaseUrl } = parseConfig(env, VERSION);
  try {
    const ownership = await acquireOwnership({ dataDir, databaseUrl });
    const database = await openDatabase({ dataDir, databaseUrl });
    try {
      const tasks = await database.rebuildProjections();
      console.log(`Rebuilt the read models of ${tasks} task(s).`);
    } finally {
      await database.close();
      await ownership.release();
    }
    return 0;
  } catch (error) {
    if (!(error instanceof AlreadyOwnedError)) throw error;
    console.error('A server is running on this data. Stop it first.');
    return 1;
  }
};
