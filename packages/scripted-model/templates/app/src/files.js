import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves the files of one flat folder. Only names that are in the folder can be asked for, so no path can leave it. */
export function createFiles(folder) {
  const names = new Set(readdirSync(folder));
  return async (path) => {
    const name = path === '/' ? 'index.html' : path.slice(1);
    if (!names.has(name)) return undefined;
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    return { type, body: await readFile(join(folder, name)) };
  };
}
