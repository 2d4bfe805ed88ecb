import { AlreadyOwnedError, SecretKeyError } from '@ccs/storage';
import { type Composition, compose } from '../compose.ts';
import type { Config } from '../config/config.ts';
import { FolderError } from '../runtime/make-folder.ts';

/** Composes; says why and gives null when another server uses the data, or a folder or the key of the vault cannot be used. */
export async function composeAlone(...args: Parameters<typeof compose>): Promise<Composition | null> {
  try {
    return await compose(...args);
  } catch (error) {
    if (error instanceof FolderError) {
      console.error(
        `${error.message}. Set CCS_DATA_DIR or CCS_OUTPUT_DIRECTORY to a folder that you can write.`,
      );
      return null;
    }
    if (error instanceof SecretKeyError) {
      console.error(error.message);
      return null;
    }
    if (!(error instanceof AlreadyOwnedError)) throw error;
    const { dataDirectory }: Config = args[0];
    const where = error.owned === 'database' ? 'this database' : dataDirectory;
    console.error(
      `Another Claude Code Server is using ${where}. Stop it, or set CCS_DATA_DIR to another folder.`,
    );
    return null;
  }
}
