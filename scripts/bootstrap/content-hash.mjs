import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Folders that hold what tools generate: never part of what a build is made from. */
const GENERATED_FOLDERS = new Set(['node_modules', 'dist', 'out', '.next', 'coverage', 'test-results']);
const GENERATED_FILES = /(^next-env\.d\.ts|\.tsbuildinfo)$/;
/** What no build reads. */
const TESTS = /\.test\.(ts|tsx|mjs)$/;

/**
 * The source files below a file or folder, sorted; nothing when it does not exist.
 * @param {string} start absolute
 * @param {{ tests: boolean }} include
 * @returns {string[]}
 */
export function sourceFiles(start, include) {
  const stat = fs.statSync(start, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [start];
  return fs
    .readdirSync(start, { withFileTypes: true })
    .filter(({ name }) => !GENERATED_FOLDERS.has(name) && !GENERATED_FILES.test(name))
    .filter(({ name }) => include.tests || !TESTS.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(start, entry.name);
      if (entry.isDirectory()) return sourceFiles(full, include);
      return entry.isFile() ? [full] : [];
    });
}

/**
 * A hash over names and contents, not times: checking out another branch and back builds nothing anew.
 * @param {string} root absolute; names are taken relative to it
 * @param {readonly string[]} starts files and folders, relative to the root
 * @param {string} salt what else the result depends on
 */
export function contentHash(root, starts, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const start of starts) {
    for (const file of sourceFiles(path.join(root, start), { tests: false })) {
      hash.update(`\0${path.relative(root, file)}\0`).update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex');
}
