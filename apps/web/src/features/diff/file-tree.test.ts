import { expect, test } from 'vitest';
import { fileTree, inTreeOrder, type TreeNode } from './file-tree.ts';

const files = ['src/b.ts', 'README.md', 'docs/planning/01.md', 'docs/planning/02.md', 'src/a/deep/x.ts'].map(
  (path) => ({ path }),
);
const shape = (nodes: readonly TreeNode<unknown>[]): unknown[] =>
  nodes.map((node) => (node.kind === 'folder' ? [node.name, shape(node.children)] : node.name));

test('folders come first, and a chain of folders stands in one line', () => {
  expect(shape(fileTree(files))).toEqual([
    ['docs/planning', ['01.md', '02.md']],
    ['src', [['a/deep', ['x.ts']], 'b.ts']],
    'README.md',
  ]);
});

test('the documents about a change come after what changed', () => {
  const changed = ['docs/changes/task_1/01.md', 'index.js', 'src/a.js'].map((path) => ({ path }));
  expect(inTreeOrder(changed).map(({ path }) => path)).toEqual([
    'src/a.js',
    'index.js',
    'docs/changes/task_1/01.md',
  ]);
  const among = ['docs/changes/task_1/01.md', 'docs/guide.md'].map((path) => ({ path }));
  expect(inTreeOrder(among).map(({ path }) => path)).toEqual(['docs/guide.md', 'docs/changes/task_1/01.md']);
});

test('the order of the files is the order of the tree', () => {
  expect(inTreeOrder(files).map(({ path }) => path)).toEqual([
    'docs/planning/01.md',
    'docs/planning/02.md',
    'src/a/deep/x.ts',
    'src/b.ts',
    'README.md',
  ]);
});
