import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { PATIENT } from '../testing/patience.mjs';
import { makeTinyTree } from '../testing/tiny-tree.mjs';

/** @type {ReturnType<typeof makeTinyTree>} */
let tree;
afterEach(() => tree.remove());

const BUILD = ['scripts/run.mjs', 'build'];
/** The process of the install that waits at the gate; 0 while there is none. */
function heldInstall() {
  const note = tree.notes().find((line) => line.startsWith('install held'));
  return Number(note?.split(' ').at(-1) ?? 0);
}
const SET_UP_ONCE = ['install script', 'tsc NODE_ENV=', 'next NODE_ENV='];

test('sets a fresh clone up once, and again only what changed', async () => {
  tree = makeTinyTree();
  await tree.run('node', BUILD).ended;
  expect(tree.notes()).toEqual(SET_UP_ONCE);

  const warm = tree.run('node', BUILD);
  await warm.ended;
  expect(warm.child.exitCode).toBe(0);
  expect(warm.output).toBe('');
  expect(tree.notes()).toEqual(SET_UP_ONCE);

  tree.write('apps/web/page.tsx', 'export const page = 2;');
  tree.write('apps/web/next-env.d.ts', '// generated');
  await tree.run('node', BUILD).ended;
  expect(tree.notes()).toEqual([...SET_UP_ONCE, 'next NODE_ENV=']);

  fs.rmSync(path.join(tree.root, 'packages/one/dist'), { recursive: true });
  await tree.run('node', BUILD).ended;
  expect(tree.notes()).toEqual([...SET_UP_ONCE, 'next NODE_ENV=', 'tsc NODE_ENV=']);
});

test('two runs at once: one sets up, the other waits', async () => {
  tree = makeTinyTree();
  fs.writeFileSync(tree.gate, '');
  const runs = [0, 1].map(() => tree.run('node', BUILD, { TINY_GATE: tree.gate }));
  await vi.waitFor(() => {
    expect(runs.map(({ output }) => output).join('')).toContain('waiting: process');
    expect(heldInstall()).toBeGreaterThan(0);
  }, PATIENT);
  fs.rmSync(tree.gate);
  await Promise.all(runs.map(({ ended }) => ended));
  expect(runs.map(({ child }) => child.exitCode)).toEqual([0, 0]);
  expect(tree.notes().filter((note) => !note.startsWith('install held'))).toEqual(SET_UP_ONCE);
});

test('a set-up killed in mid-install is done again, after the install it left behind has ended', async () => {
  tree = makeTinyTree();
  fs.writeFileSync(tree.gate, '');
  const killed = tree.run('node', BUILD, { TINY_GATE: tree.gate });
  await vi.waitFor(() => expect(heldInstall()).toBeGreaterThan(0), PATIENT);
  killed.child.kill('SIGKILL');
  await killed.ended;

  const second = tree.run('node', BUILD, { TINY_GATE: tree.gate });
  await vi.waitFor(() => expect(second.output).toContain('an interrupted set-up left behind'), PATIENT);
  fs.rmSync(tree.gate);
  await second.ended;
  expect(second.child.exitCode).toBe(0);
  expect(tree.notes().at(-1)).toBe('next NODE_ENV=');
  expect(fs.existsSync(path.join(tree.root, '.bootstrap.lock'))).toBe(false);
});

test('a stopped set-up takes its install with it and leaves no lock', async () => {
  tree = makeTinyTree();
  fs.writeFileSync(tree.gate, '');
  const stopped = tree.run('node', BUILD, { TINY_GATE: tree.gate });
  await vi.waitFor(() => expect(heldInstall()).toBeGreaterThan(0), PATIENT);
  stopped.child.kill('SIGTERM');
  await stopped.ended;
  expect(stopped.child.exitCode).toBe(143);
  await vi.waitFor(() => expect(() => process.kill(heldInstall(), 0)).toThrow('ESRCH'), PATIENT);
  expect(fs.existsSync(path.join(tree.root, '.bootstrap.lock'))).toBe(false);
});

test('neither NODE_ENV=production nor ignore-scripts in a npmrc breaks it', async () => {
  tree = makeTinyTree();
  fs.writeFileSync(path.join(tree.home, '.npmrc'), 'ignore-scripts=true\n');
  const run = tree.run('npm', ['start'], { NODE_ENV: 'production' });
  await vi.waitFor(() => expect(run.output).toContain('listening'), PATIENT);
  expect(tree.notes()).toEqual(['tsc NODE_ENV=', 'next NODE_ENV=']);
});

test('a failing step says so, ends with exit code 1 and is tried again', async () => {
  tree = makeTinyTree();
  tree.write('tools/next/dist/bin/next', 'process.exit(3);');
  for (const attempt of [1, 2]) {
    const run = tree.run('node', BUILD);
    await run.ended;
    expect(run.child.exitCode, `attempt ${attempt}`).toBe(1);
    expect(run.output).toContain('The web pages did not build (exit code 3)');
  }
});
