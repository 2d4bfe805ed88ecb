import type { Language, LocalizedText } from '@ccs/core/vocabulary/language';

const MAX_LINES = 8;
const MAX_LINE = 110;

/** The first eight lines of a new content, and how many follow. */
export function previewContent(content: string, language: Language): string {
  return firstLines(linesOf(content), language);
}

/** What edits change, as lines that go (`- `) and lines that come (`+ `): at most eight, and how many follow. */
export function previewChange(
  edits: readonly { readonly before: string; readonly after: string }[],
  language: Language,
): string {
  const changes = edits.flatMap(({ before, after }) => changedLines(linesOf(before), linesOf(after)));
  return firstLines(changes, language);
}

/** Without the lines around a change that stay; of a long removal only so much that what comes is seen, too. */
function changedLines(before: readonly string[], after: readonly string[]): readonly string[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const gone = before.slice(start, before.length - end).map((line) => `- ${line}`);
  const come = after.slice(start, after.length - end).map((line) => `+ ${line}`);
  const seen = Math.max(MAX_LINES / 2, MAX_LINES - come.length);
  return [...gone.slice(0, seen), ...come, ...gone.slice(seen)];
}

function firstLines(lines: readonly string[], language: Language): string {
  const shown = lines
    .slice(0, MAX_LINES)
    .map((line) => (line.length > MAX_LINE ? `${line.slice(0, MAX_LINE - 1)}…` : line));
  const more = lines.length - MAX_LINES;
  return [...shown, ...(more > 0 ? [moreLines(more)[language]] : [])].join('\n');
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}

function moreLines(count: number): LocalizedText {
  return {
    en: count === 1 ? '… 1 more line' : `… ${count} more lines`,
    ko: `… ${count}줄 더 있음`,
  };
}
