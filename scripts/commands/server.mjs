import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../root.mjs';

/**
 * Runs the server's own command line in this process, so that a signal to `npm start` is a signal to the server
 * and nothing can be left behind.
 * @param {string} command start, demo, doctor or rebuild-projections
 * @param {readonly string[]} args
 */
export async function server(command, args) {
  const entry = path.join(ROOT, 'apps', 'server', 'dist', 'main.js');
  process.argv = [process.execPath, entry, command, ...args];
  await import(pathToFileURL(entry).href);
}
