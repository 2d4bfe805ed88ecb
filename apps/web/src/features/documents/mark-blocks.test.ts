import type { Element, Root, RootContent } from 'hast';
import { expect, test } from 'vitest';
import { markBlocks } from './mark-blocks.ts';

const at = (start: number, end: number) => ({
  start: { line: start, column: 1 },
  end: { line: end, column: 1 },
});
const element = (tagName: string, start: number, end: number, children: Element[] = []): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
  position: at(start, end),
});

test('each block and each item of a list has its lines, and those after it up to the next', () => {
  const tree: Root = {
    type: 'root',
    children: [
      element('h1', 1, 1),
      { type: 'text', value: '\n' },
      element('ul', 3, 5, [element('li', 3, 3), element('li', 4, 5)]),
      element('p', 7, 8),
    ],
  };
  markBlocks()(tree);
  const sections: (readonly unknown[])[] = [];
  const walk = (nodes: readonly RootContent[], inside: string) => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      if (node.tagName === 'section') {
        const lines = node.position;
        sections.push([inside, lines?.start.line, lines?.end.line, node.properties['lastLine']]);
      }
      walk(node.children, node.tagName);
    }
  };
  walk(tree.children, 'root');
  expect(sections).toEqual([
    ['root', 1, 1, 2],
    ['li', 3, 3, 3],
    ['li', 4, 5, 6],
    ['root', 7, 8, Number.MAX_SAFE_INTEGER],
  ]);
});
