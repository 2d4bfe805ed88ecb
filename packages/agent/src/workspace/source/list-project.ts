import { lstat, readdir, readlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { StopSignal } from '@ccs/core/ports/agent-runner';
import { isInside } from '../is-inside.ts';
import { resolveRealPath } from '../real-path.ts';
import { WorkspaceSourceError } from './workspace-source-error.ts';

/** What a copy of a project may hold. */
export interface CopyLimits {
  readonly bytes: number;
  readonly files: number;
}

/** 2 GiB and 200,000 files: more is no source code. */
export const COPY_LIMITS: CopyLimits = { bytes: 2 * 1024 ** 3, files: 200_000 };

/** One thing to copy; paths are relative to the project. */
export type ProjectEntry =
  | { readonly kind: 'folder' | 'file'; readonly path: string }
  | { readonly kind: 'link'; readonly path: string; readonly target: string };

/** What a project consists of, folders before what is in them, and how many things cannot be copied. */
export interface ProjectListing {
  readonly entries: readonly ProjectEntry[];
  readonly skipped: { readonly links: number; readonly special: number; readonly unreadable: number };
}

const SKIPPED_NAMES = new Set(['.git', 'node_modules']);

/**
 * Lists a folder without `.git` and `node_modules`, links that lead out of it (or are absolute), sockets, pipes and devices.
 * @throws WorkspaceSourceError when it is larger than the limits
 */
export async function listProject(
  root: string,
  limits: CopyLimits,
  signal: StopSignal | undefined,
): Promise<ProjectListing> {
  const entries: ProjectEntry[] = [];
  const skipped = { links: 0, special: 0, unreadable: 0 };
  const real = resolveRealPath(root);
  let bytes = 0;
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (signal?.aborted) throw new WorkspaceSourceError('Stopped while the project was being copied.');
    const children = await readdir(join(root, folder), { withFileTypes: true }).catch(() => {
      skipped.unreadable += 1;
      return [];
    });
    for (const child of children) {
      if (SKIPPED_NAMES.has(child.name)) continue;
      const path = join(folder, child.name);
      if (child.isDirectory()) {
        entries.push({ kind: 'folder', path });
        folders.push(path);
      } else if (child.isSymbolicLink()) {
        const target = await readlink(join(root, path)).catch(() => null);
        if (target !== null && staysInside(real, path, target)) entries.push({ kind: 'link', path, target });
        else skipped.links += 1;
      } else if (child.isFile()) {
        bytes += (await lstat(join(root, path)).catch(() => null))?.size ?? 0;
        entries.push({ kind: 'file', path });
      } else skipped.special += 1;
      requireWithin(limits, bytes, entries.length);
    }
  }
  return { entries, skipped };
}

/** An absolute target would point from the copy at the original, also when that lies inside. */
function staysInside(root: string, path: string, target: string): boolean {
  if (isAbsolute(target)) return false;
  const written = resolve(root, dirname(path), target);
  return isInside(root, written) && isInside(root, resolveRealPath(written));
}

function requireWithin(limits: CopyLimits, bytes: number, count: number): void {
  if (bytes <= limits.bytes && count <= limits.files) return;
  const most = `${limits.files.toLocaleString('en')} files or ${(limits.bytes / 1024 ** 3).toLocaleString('en')} GiB`;
  throw new WorkspaceSourceError(
    `The folder holds more than ${most}. Make it a git repository, so that only what is committed counts.`,
  );
}
