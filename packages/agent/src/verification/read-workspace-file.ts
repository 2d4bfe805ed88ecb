import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { isInside } from '../workspace/is-inside.ts';
import { resolveRealPath } from '../workspace/real-path.ts';

/** Larger files are read up to here. */
const MAX_FILE_BYTES = 2 * 1024 * 1024;
const BINARY_PROBE_BYTES = 8 * 1024;

/** A file of the workspace as text. */
export interface WorkspaceFile {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  /** The first 2 MiB, decoded as UTF-8, without a byte order mark. */
  readonly text: string;
  /** It has a NUL byte near its beginning: no text for people. */
  readonly isBinary: boolean;
}

/**
 * Reads a file of a workspace that an agent wrote: null when it is no regular file, leads outside through a link, or
 * cannot be read. Never waits on a pipe.
 */
export async function readWorkspaceFile(workspace: string, path: string): Promise<WorkspaceFile | null> {
  if (path.includes('\0')) return null;
  const full = resolveRealPath(join(workspace, path));
  if (!isInside(resolveRealPath(workspace), full)) return null;
  // The real path has no link left: one that appears in between is not followed, and a pipe does not block.
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
  const file = await open(full, flags).catch(() => null);
  if (file === null) return null;
  try {
    const { size } = await file.stat().then((stat) => (stat.isFile() ? stat : { size: -1 }));
    if (size < 0) return null;
    const buffer = Buffer.alloc(Math.min(size, MAX_FILE_BYTES));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    const bytes = buffer.subarray(0, bytesRead);
    return {
      path,
      text: new TextDecoder().decode(bytes),
      isBinary: bytes.subarray(0, BINARY_PROBE_BYTES).includes(0),
    };
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
