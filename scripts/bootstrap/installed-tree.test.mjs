import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalledAsLocked } from './installed-tree.mjs';

let root = '';
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'ccs-tree-'));
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

const DEPENDENCIES = { zod: '4.0.0' };
const ZOD = { version: '4.0.0', integrity: 'sha512-zod' };
const OURS = {
  version: '1.0.0',
  integrity: 'sha512-ours',
  optional: true,
  os: [process.platform],
  cpu: [process.arch],
};
const FOREIGN = {
  version: '1.0.0',
  integrity: 'sha512-foreign',
  optional: true,
  os: ['plan9'],
  cpu: ['vax'],
};

/** @param {object} manifest @param {object} locked @param {object | null} installed */
function tree(manifest, locked, installed) {
  const write = (/** @type {string} */ file, /** @type {object} */ content) => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), JSON.stringify(content));
  };
  write('package.json', manifest);
  write('package-lock.json', { packages: { '': { dependencies: DEPENDENCIES }, ...locked } });
  if (installed !== null) write('node_modules/.package-lock.json', { packages: installed });
  return isInstalledAsLocked(root);
}

const manifest = { name: 'x', scripts: { any: 'thing' }, dependencies: DEPENDENCIES };
const locked = { 'node_modules/zod': ZOD, 'node_modules/ours': OURS, 'node_modules/foreign': FOREIGN };

test('everything that belongs on this machine is there as locked', () => {
  expect(tree(manifest, locked, { 'node_modules/zod': ZOD, 'node_modules/ours': OURS })).toBe(true);
});

test.each([
  ['nothing is installed', manifest, null],
  ['a dependency is missing', manifest, { 'node_modules/ours': OURS }],
  ['a native package of this machine is missing', manifest, { 'node_modules/zod': ZOD }],
  [
    'another version is installed',
    manifest,
    { 'node_modules/zod': { ...ZOD, version: '4.0.1' }, 'node_modules/ours': OURS },
  ],
  [
    'package.json wants what the lockfile does not know',
    { ...manifest, devDependencies: { vitest: '4.0.0' } },
    { 'node_modules/zod': ZOD, 'node_modules/ours': OURS },
  ],
])('not when %s', (_, manifestOfCase, installed) => {
  expect(tree(manifestOfCase, locked, installed)).toBe(false);
});
