/** Part of a text: from the first index on, up to before the second. */
export type Span = readonly [from: number, to: number];

/** Below this share of equal text two lines have little to do with each other. */
const LEAST_EQUAL = 0.3;

/**
 * What differs between a line and the one that replaced it, without what they begin and end with alike. Null for both
 * when they are too different for that to help, or for one that has nothing of its own.
 */
export function changedSpans(before: string, after: string): [Span | null, Span | null] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const isAlike = start + end >= LEAST_EQUAL * Math.max(before.length, after.length);
  if (!isAlike || before === after) return [null, null];
  return [spanOf(before, start, end), spanOf(after, start, end)];
}

function spanOf(text: string, start: number, end: number): Span | null {
  const [from, to] = [backToWhole(text, start), text.length - backToWholeEnd(text, end)];
  return from < to ? [from, to] : null;
}

/** A pair of surrogates is one character: both belong to the difference. */
function backToWhole(text: string, start: number): number {
  return isLow(text.charCodeAt(start)) ? Math.max(0, start - 1) : start;
}

function backToWholeEnd(text: string, end: number): number {
  return end > 0 && isLow(text.charCodeAt(text.length - end)) ? end - 1 : end;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
