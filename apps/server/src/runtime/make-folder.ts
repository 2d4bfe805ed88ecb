import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A folder that cannot be had, with the system's reason. */
export class FolderError extends Error {}

/**
 * Makes a folder and those above it, for this user only. Not mkdir's own `recursive`: below /proc and the like, where
 * nothing can be made, that never ends.
 * @throws FolderError
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeLevel(folder);
  } catch (error) {
    throw new FolderError(
      `${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function makeLevel(folder: string): Promise<void> {
  const make = (): Promise<void> => mkdir(folder, { mode: 0o700 });
  try {
    await make();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const parent = path.dirname(folder);
    if (code === 'ENOENT' && parent !== folder) {
      await makeLevel(parent);
      await make();
    } else if (code !== 'EEXIST' || !(await stat(folder)).isDirectory()) {
      throw error;
    }
  }
}
