import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * The path with the symbolic links of its deepest existing ancestor resolved; what does not exist yet is kept as it
 * is written. A link that points to nothing resolves to where it points, because writing through it creates that.
 */
export function resolveRealPath(path: string, linksLeft = 40): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    if (parent === path) return path;
    const target = linksLeft > 0 ? linkTarget(path) : null;
    if (target !== null)
      return resolveRealPath(resolve(resolveRealPath(parent, linksLeft - 1), target), linksLeft - 1);
    return join(resolveRealPath(parent, linksLeft), basename(path));
  }
}

function linkTarget(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
