import type { Element, ElementContent, Root } from 'hast';

/**
 * Puts a `section` around each block of a document: each paragraph, heading, table and piece of code, and each item of
 * a list. It has the place of the block in the source, and `lastLine`: the line up to which no other block begins.
 */
export function markBlocks() {
  return (tree: Root): void => {
    const blocks: Element[] = [];
    const wrap = ({ position }: Element, children: ElementContent[]): Element => {
      const block: Element = { type: 'element', tagName: 'section', properties: {}, children };
      if (position) block.position = position;
      blocks.push(block);
      return block;
    };
    const isItem = (node: ElementContent) => node.type === 'element' && node.tagName === 'li';
    tree.children = tree.children.map((child) => {
      if (child.type !== 'element') return child;
      if (child.tagName !== 'ul' && child.tagName !== 'ol') return wrap(child, [child]);
      const children = child.children.map((item) =>
        item.type === 'element' && isItem(item) ? { ...item, children: [wrap(item, item.children)] } : item,
      );
      return { ...child, children };
    });
    for (const [index, block] of blocks.entries()) {
      const next = blocks[index + 1]?.position?.start.line;
      block.properties = { lastLine: next === undefined ? Number.MAX_SAFE_INTEGER : next - 1 };
    }
  };
}
