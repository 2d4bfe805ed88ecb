import { textValue, unwrap } from './block-values.ts';

const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])(?:\s+|$)(?:\[[ xX]\]\s+)?(.*)$/;
const INLINE = /^\[(.*)\]$/s;
const INLINE_ITEM = /\s*(?:"([^"]*)"|'([^']*)'|([^,]+))\s*(?:,|$)/g;

/**
 * The value as a list: `- a`, `* a` or `1. a` on lines of their own, lines without any sign, or `[a, "b, c"]`. A line
 * without a sign goes on with the item before it. Empty and repeated items go.
 */
export function listValue(lines: readonly string[] = []): readonly string[] {
  const inline = INLINE.exec(textValue(lines));
  const items = inline ? inlineItems(inline[1] ?? '') : lineItems(lines);
  return [...new Set(items.map((item) => unwrap(textValue([item]))))].filter((item) => item !== '');
}

function inlineItems(text: string): readonly string[] {
  return Array.from(text.matchAll(INLINE_ITEM), (match) => match[1] ?? match[2] ?? match[3]?.trim() ?? '');
}

function lineItems(lines: readonly string[]): readonly string[] {
  const items: string[] = [];
  let hasSigns = false;
  for (const line of lines) {
    const item = ITEM.exec(line);
    const text = (item?.[1] ?? line).trim();
    if (item) {
      hasSigns = true;
      items.push(text);
    } else if (hasSigns && text !== '') items.push(`${items.pop() ?? ''} ${text}`);
    else items.push(text);
  }
  return items;
}
