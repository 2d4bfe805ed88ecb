import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { removeOrphanedOutput } from './orphaned-output.mjs';

test('removes what was compiled from sources that are gone, and nothing else', () => {
  const project = fs.mkdtempSync(path.join(os.tmpdir(), 'ccs-output-'));
  onTestFinished(() => fs.rmSync(project, { recursive: true, force: true }));
  for (const file of ['src/kept.ts', 'dist/kept.js', 'dist/kept.d.ts', 'dist/kept.js.map', 'dist/data.sql'])
    write(file);
  for (const file of ['dist/gone.js', 'dist/gone.js.map', 'dist/deep/gone.d.ts', 'dist/deep/gone.d.ts.map'])
    write(file);

  expect(removeOrphanedOutput(project)).toBe(4);
  expect(fs.readdirSync(path.join(project, 'dist')).toSorted()).toEqual([
    'data.sql',
    'deep',
    'kept.d.ts',
    'kept.js',
    'kept.js.map',
  ]);
  expect(fs.readdirSync(path.join(project, 'dist/deep'))).toEqual([]);

  function write(/** @type {string} */ file) {
    fs.mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    fs.writeFileSync(path.join(project, file), '');
  }
});
