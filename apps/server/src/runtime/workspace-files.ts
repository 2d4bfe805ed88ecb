import type { FileContent, FileEntry } from '@ccs/contract';
import { constants, open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isInside } from '@ccs/agent';

/** Why a path of a workspace cannot be read. */
export class WorkspaceFileError extends Error {
  readonly code: 'path_outside_workspace' | 'file_not_found' | 'not_a_file' | 'not_a_directory';

  constructor(code: WorkspaceFileError['code']) {
    super(code);
    this.code = code;
  }
}

/** The most that is sent of one file: 2 MiB. */
const MAX_CONTENT_BYTES = 2 * 1024 * 1024;
const HIDDEN = new Set(['.git']);
/** A pipe must not block a thread of the server, and a link that came after the check is not followed. */
const READ_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** The entries of one folder of a workspace: folders first, then by name. An absent workspace is empty. */
export async function listWorkspaceFolder(workspace: string, relative: string): Promise<FileEntry[]> {
  const root = await realpath(workspace).catch(() => null);
  if (root === null) {
    if (relative === '') return [];
    throw new WorkspaceFileError('file_not_found');
  }
  const folder = await resolveInside(root, relative);
  const names = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new WorkspaceFileError(error.code === 'ENOTDIR' ? 'not_a_directory' : 'file_not_found');
  });
  const entries: FileEntry[] = [];
  for (const entry of names) {
    if (HIDDEN.has(entry.name) || !(entry.isFile() || entry.isDirectory())) continue;
    const info = await stat(path.join(folder, entry.name)).catch(() => null);
    if (!info) continue;
    entries.push({
      path: path.relative(root, path.join(folder, entry.name)).split(path.sep).join('/'),
      name: entry.name,
      type: entry.isDirectory() ? 'directory' : 'file',
      sizeBytes: entry.isDirectory() ? 0 : info.size,
      modifiedAt: info.mtime.toISOString(),
    });
  }
  return entries.sort((a, b) => a.type.localeCompare(b.type) || a.name.localeCompare(b.name));
}

/** The content of one file of a workspace. @throws WorkspaceFileError */
export async function readWorkspaceFile(workspace: string, relative: string): Promise<FileContent> {
  const root = await realpath(workspace).catch(() => {
    throw new WorkspaceFileError('file_not_found');
  });
  const absolute = await resolveInside(root, relative);
  const handle = await open(absolute, READ_FLAGS).catch(() => {
    throw new WorkspaceFileError('file_not_found');
  });
  try {
    const info = await handle.stat();
    if (!info.isFile()) throw new WorkspaceFileError('not_a_file');
    const buffer = Buffer.alloc(Math.min(info.size, MAX_CONTENT_BYTES));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const bytes = buffer.subarray(0, bytesRead);
    const truncated = info.size > bytesRead;
    const text = decodeText(bytes, truncated);
    return {
      path: path.relative(root, absolute).split(path.sep).join('/'),
      sizeBytes: info.size,
      encoding: text === null ? 'binary' : 'utf8',
      content: text,
      truncated,
    };
  } finally {
    await handle.close();
  }
}

/** The real path, after all symbolic links; it must lie in the workspace and not in what is hidden of it. */
async function resolveInside(root: string, relative: string): Promise<string> {
  const wanted = path.resolve(root, relative);
  if (relative.includes('\0') || !isInside(root, wanted)) {
    throw new WorkspaceFileError('path_outside_workspace');
  }
  const real = await realpath(wanted).catch(() => {
    throw new WorkspaceFileError('file_not_found');
  });
  if (!isInside(root, real)) throw new WorkspaceFileError('path_outside_workspace');
  const top = path.relative(root, real).split(path.sep)[0];
  if (top !== undefined && HIDDEN.has(top)) throw new WorkspaceFileError('file_not_found');
  return real;
}

/** UTF-8 text, or null when the bytes are something else. A cut at the end may split a character. */
function decodeText(bytes: Buffer, truncated: boolean): string | null {
  if (bytes.includes(0)) return null;
  for (let cut = 0; cut <= (truncated ? 3 : 0); cut += 1) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
    } catch {
      // try again without the last byte
    }
  }
  return null;
}
