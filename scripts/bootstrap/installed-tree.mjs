import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const DEPENDENCY_FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {string} [resolved]
 * @property {boolean} [link]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * Whether node_modules already holds exactly what the lockfile says, for instance after a person ran
 * `npm install`: npm writes down what it installed, as its last act. An install of only a part (`--omit=dev`)
 * does not count.
 * @param {string} root
 */
export function isInstalledAsLocked(root) {
  const locked = readPackages(path.join(root, 'package-lock.json'));
  const installed = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (locked === null || installed === null) return false;
  return Object.entries(locked).every(([key, wanted]) => {
    if (!key.includes('node_modules/')) return manifestAgrees(path.join(root, key, 'package.json'), wanted);
    const found = installed[key];
    if (found === undefined) return !isWantedHere(wanted);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** @param {string} file @returns {Record<string, LockedPackage> | null} */
function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** @param {LockedPackage} locked */
function isWantedHere({ optional, os, cpu, libc }) {
  if (!optional) return true;
  return (
    libc === undefined && os?.includes(process.platform) === true && cpu?.includes(process.arch) === true
  );
}

/** @param {string} file @param {object} locked */
function manifestAgrees(file, locked) {
  /** @type {Record<string, unknown>} */
  let manifest;
  try {
    manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
  const lockedFields = /** @type {Record<string, unknown>} */ (locked);
  return DEPENDENCY_FIELDS.every((field) =>
    isDeepStrictEqual(manifest[field] ?? {}, lockedFields[field] ?? {}),
  );
}
