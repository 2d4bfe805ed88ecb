import fs from 'node:fs';
import path from 'node:path';

/**
 * The folders of the workspaces, relative to the root, sorted.
 * @param {string} root
 * @returns {string[]}
 */
export function workspaceFolders(root) {
  /** @type {string[]} */
  const patterns = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).workspaces ?? [];
  return patterns
    .flatMap((pattern) => {
      if (!pattern.endsWith('/*')) return [pattern];
      const parent = pattern.slice(0, -2);
      return fs.readdirSync(path.join(root, parent)).map((name) => path.join(parent, name));
    })
    .filter((folder) => fs.existsSync(path.join(root, folder, 'package.json')))
    .toSorted();
}
