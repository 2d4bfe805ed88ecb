import { acquireOwnership, AlreadyOwnedError, openDatabase } from '@ccs/storage';
import { parseConfig } from '../config/config.ts';
import { VERSION } from '../config/version.ts';
import { FolderError, makeFolder } from '../runtime/make-folder.ts';
import type { Command } from './command.ts';

/** Writes all read models anew from the events, while no server runs. */
export const rebuildProjections: Command = async (_, env) => {
  const { dataDirectory: dataDir, databaseUrl } = parseConfig(env, VERSION);
  try {
    await makeFolder(dataDir);
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
    if (error instanceof AlreadyOwnedError) console.error('A server is running on this data. Stop it first.');
    else if (error instanceof FolderError) console.error(error.message);
    else throw error;
    return 1;
  }
};
