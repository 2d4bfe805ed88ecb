import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentHash } from './content-hash.mjs';

let root = '';
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'ccs-hash-'));
  write('src/a.ts', 'a');
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

/** @param {string} file @param {string} text */
function write(file, text) {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

const hash = () => contentHash(root, ['src', 'not-there'], 'salt');

test.each([
  ['changed content', () => write('src/a.ts', 'b')],
  ['a new file', () => write('src/deep/b.ts', '')],
  ['a renamed file', () => fs.renameSync(path.join(root, 'src/a.ts'), path.join(root, 'src/b.ts'))],
  ['a removed file', () => fs.rmSync(path.join(root, 'src/a.ts'))],
])('%s changes it', (_, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});

test.each([
  'src/dist/a.js',
  'src/node_modules/x/a.js',
  'src/.next/a',
  'src/next-env.d.ts',
  'src/a.tsbuildinfo',
  'src/a.test.ts',
])('%s does not count', (file) => {
  const before = hash();
  write(file, 'generated');
  expect(hash()).toBe(before);
});

test('times do not count, the salt does', () => {
  const before = hash();
  fs.utimesSync(path.join(root, 'src/a.ts'), new Date(0), new Date(0));
  expect(hash()).toBe(before);
  expect(contentHash(root, ['src'], 'other')).not.toBe(before);
});
