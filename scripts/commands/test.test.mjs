import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { PATIENT } from '../testing/patience.mjs';
import { makeTinyTree } from '../testing/tiny-tree.mjs';

/** @type {ReturnType<typeof makeTinyTree>} */
let tree;
afterEach(() => tree.remove());

/** @param {string} output */
const lastLine = (output) => output.trimEnd().split('\n').at(-1);

test('when the dependencies cannot be installed', async () => {
  tree = makeTinyTree();
  tree.write('package-lock.json', '{ broken');
  const run = tree.run('node', ['scripts/run.mjs', 'test']);
  await run.ended;
  expect(run.output).toContain('npm ci failed');
  expect(lastLine(run.output)).toBe('0 passed, 1 failed');
  expect(run.child.exitCode).toBe(1);
});

test('when every suite crashes, for none of the tools is there', async () => {
  tree = makeTinyTree();
  const run = tree.run('node', ['scripts/run.mjs', 'test']);
  await run.ended;
  expect(lastLine(run.output)).toBe('0 passed, 3 failed');
  expect(run.child.exitCode).toBe(1);
});

test('when it is stopped in the middle', async () => {
  tree = makeTinyTree();
  fs.writeFileSync(tree.gate, '');
  const run = tree.run('node', ['scripts/run.mjs', 'test'], { TINY_GATE: tree.gate });
  await vi.waitFor(() => expect(tree.notes().join()).toContain('install held'), PATIENT);
  run.child.kill('SIGTERM');
  await run.ended;
  expect(lastLine(run.output)).toMatch(/^0 passed, [1-9] failed$/);
  expect(run.child.exitCode).toBe(143);
  expect(fs.existsSync(path.join(tree.root, '.bootstrap.lock'))).toBe(false);
});
