/** Where a locked package may come from: a workspace of this repository, or npm's registry in its public name. */
const ALLOWED_SOURCE = /^(packages|apps)\/[\w-]+$|^(e2e|benchmarks)$|^https:\/\/registry\.npmjs\.org\//;

/**
 * What is wrong with a lockfile; nothing when it is fit for every platform.
 *
 * npm leaves out platform packages that a registry does not have yet, without a word: the install then works here
 * and breaks on another system. And a `resolved` address ties every clone to one machine's registry.
 * @param {{ packages: Record<string, import('../bootstrap/installed-tree.mjs').LockedPackage> }} lockfile
 * @returns {string[]} one sentence each
 */
export function lockfileDefects({ packages }) {
  return Object.entries(packages).flatMap(([key, locked]) => {
    const missing = Object.keys(locked.optionalDependencies ?? {}).filter(
      (name) => !isLocked(packages, key, name),
    );
    const defects = missing.map(
      (name) => `${key || 'the root'} names ${name} as optional, but it isn't locked`,
    );
    if (locked.resolved !== undefined && !ALLOWED_SOURCE.test(locked.resolved)) {
      defects.push(`${key} is locked to ${locked.resolved}`);
    }
    return defects;
  });
}

/**
 * Whether `name`, as the package at `key` would find it, has an entry: beside it or in a folder above.
 * @param {Record<string, unknown>} packages
 * @param {string} key
 * @param {string} name
 */
function isLocked(packages, key, name) {
  for (let folder = key; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}
