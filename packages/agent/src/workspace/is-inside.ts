import { isAbsolute, relative, sep } from 'node:path';

/** Whether `path` is `folder` or below it; `/a/b-evil` is not below `/a/b`. Both absolute and already resolved. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
