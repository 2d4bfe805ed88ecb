import type { Feedback } from '../../conversation/rework-prompt.ts';
import { uniqueSpan } from '../../scenario/unique-text.ts';
import { isMarkup, noteAt, replacement } from './notes.ts';

/** A change as the Edit tool takes it. */
export interface Change {
  old_string: string;
  new_string: string;
}

/**
 * One edit that answers all remarks on a file, each at its place: found again by its excerpt, else by its line. Undefined
 * when there is nothing to change, as in an empty file or one of a kind that takes no comments.
 */
export function changeFile(
  path: string,
  lines: string[],
  feedback: Feedback[],
  language: 'en' | 'ko',
): Change | undefined {
  if (lines.length === 0) return undefined;
  const after: (string[] | undefined)[] = lines.map(() => undefined);
  for (const { excerpt, line, body } of feedback) {
    const at = outsideTags(path, lines, placeOf(lines, excerpt, line));
    const now = after[at] ?? [lines[at] ?? ''];
    const last = now.at(-1) ?? '';
    const changed =
      replacement(last, body) ?? noteAt(path, last, body, { language, isLast: line === undefined });
    if (changed) after[at] = [...now.slice(0, -1), ...changed];
  }
  const first = after.findIndex((each) => each !== undefined);
  if (first === -1) return undefined;
  const last = after.findLastIndex((each) => each !== undefined);
  // The Edit tool wants a text that stands in the file only once.
  const { from, to } = uniqueSpan(lines, { from: first, to: last });
  const text = lines.slice(from, to + 1).flatMap((line, index) => after[from + index] ?? [line]);
  return { old_string: lines.slice(from, to + 1).join('\n'), new_string: text.join('\n') };
}

/** The index of the last line that a remark is about; the last line with text for one on the whole file. */
function placeOf(lines: string[], excerpt: string | undefined, line: number | undefined): number {
  const lastLine = Math.max(
    0,
    lines.findLastIndex((each) => each.trim() !== ''),
  );
  if (line === undefined) return lastLine;
  const wanted = (excerpt ?? '').split('\n').map((each) => each.trim());
  const found = lines.findIndex((_, at) =>
    wanted.every((each, offset) => lines[at + offset]?.trim() === each),
  );
  if (excerpt !== undefined && found !== -1)
    return found + wanted.findLastIndex((each) => each !== '' || wanted.length === 1);
  return Math.min(line - 1, lastLine);
}

/** In markup a remark may not stand inside a tag: the next line that ends with one is its place. */
function outsideTags(path: string, lines: string[], at: number): number {
  if (!isMarkup(path)) return at;
  const next = lines.findIndex((line, index) => index >= at && line.trimEnd().endsWith('>'));
  return next === -1 ? at : next;
}
