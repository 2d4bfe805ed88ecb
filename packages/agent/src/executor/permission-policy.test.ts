import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isInside } from '../workspace/is-inside.ts';
import { resolveRealPath } from '../workspace/real-path.ts';
import { decideToolUse } from './permission-policy.ts';

let root = '';
let workspace = '';
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'ccs-policy-')));
  workspace = join(root, 'b');
  await mkdir(join(workspace, 'sub'), { recursive: true });
  await mkdir(join(root, 'b-evil'));
  await writeFile(join(root, 'secret'), '');
  await symlink('..', join(workspace, 'up'));
  await symlink(join(root, 'secret'), join(workspace, 'link'));
  await symlink('../not-there-yet', join(workspace, 'dangling'));
  await symlink('sub', join(workspace, 'inner'));
  await symlink('loop', join(workspace, 'loop'));
  await symlink('b', join(root, 'alias'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

function decide(tool: string, input: Record<string, unknown>, at = workspace): string {
  return decideToolUse({ tool, input, workspace: at, home: join(root, 'home'), realPath: resolveRealPath })
    .behavior;
}

test.each([
  ['a file', 'x.md', 'allow'],
  ['in folders that do not exist yet', 'docs/deep/x.md', 'allow'],
  ['by a link that stays inside', 'inner/x.md', 'allow'],
  ['up and down again', 'sub/../x.md', 'allow'],
  ['a name that begins with two dots', '..x/y', 'allow'],
  ['above', '../x.md', 'deny'],
  ['a sibling whose name begins alike', '../b-evil/x.md', 'deny'],
  ['through a link to a folder', 'up/x.md', 'deny'],
  ['through a link to a file', 'link', 'deny'],
  ['through a link to nothing', 'dangling', 'deny'],
  ['the home folder', '~/x.md', 'deny'],
  ['an absolute path', '/etc/passwd', 'deny'],
])('writing %s (%s): %s', (_, path, expected) => {
  expect(decide('Write', { file_path: path })).toBe(expected);
  expect(decide('Edit', { file_path: path })).toBe(expected);
  expect(decide('NotebookEdit', { notebook_path: path })).toBe(expected);
  if (path.startsWith('/') || path.startsWith('~')) return;
  expect(decide('Write', { file_path: join(workspace, path) })).toBe(expected);
  expect(decide('Write', { file_path: path }, join(root, 'alias'))).toBe(expected);
});

test('a link to itself does not hang', () => {
  expect(decide('Write', { file_path: 'loop' })).toBe('allow');
});

test.each(['Bash', 'Read', 'WebFetch', 'mcp__ccs__complete_step', 'Agent'])('%s is accepted', (tool) => {
  expect(decide(tool, { file_path: '/etc/passwd', command: 'rm -rf build' })).toBe('allow');
});

test('inside is by whole names', () => {
  expect(isInside('/a/b', '/a/b')).toBe(true);
  expect(isInside('/a/b', '/a/b/c')).toBe(true);
  expect(isInside('/a/b', '/a/b-evil')).toBe(false);
  expect(isInside('/a/b', '/a')).toBe(false);
  expect(isInside('/a/b', '/a/b/..c')).toBe(true);
});
