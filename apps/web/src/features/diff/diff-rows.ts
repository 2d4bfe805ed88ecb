import parseDiff from 'parse-diff';
import { changedSpans, type Span } from './changed-spans.ts';

/** One line of a file before or after a change, or of both. */
export interface DiffLine {
  readonly change: 'same' | 'add' | 'del';
  /** 1-based line numbers; null where the line is not. */
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
  /** The part of the text that differs from the line it replaces; null when all of it does, or nothing. */
  readonly span: Span | null;
  /** The file ends here without a line break. */
  readonly isUnended: boolean;
}

/** A row of a shown diff or file: the head of a hunk, one line, or two lines side by side. */
export type DiffRow =
  | { readonly kind: 'hunk'; readonly text: string }
  | { readonly kind: 'line'; readonly line: DiffLine }
  | { readonly kind: 'pair'; readonly left: DiffLine | null; readonly right: DiffLine | null };

/** The rows of a unified diff that begins with its first `@@`. */
export function diffRows(patch: string): DiffRow[] {
  return parseDiff(patch).flatMap((file) =>
    file.chunks.flatMap((chunk): DiffRow[] => [
      { kind: 'hunk', text: chunk.content },
      ...withSpans(linesOf(chunk)).map((line) => ({ kind: 'line', line }) as const),
    ]),
  );
}

/** The same rows with what was on the left and what is on the right. */
export function sideBySide(rows: readonly DiffRow[]): DiffRow[] {
  const paired: DiffRow[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = () => {
    for (let index = 0; index < Math.max(removed.length, added.length); index++) {
      paired.push({ kind: 'pair', left: removed[index] ?? null, right: added[index] ?? null });
    }
    removed = [];
    added = [];
  };
  for (const row of rows) {
    if (row.kind === 'line' && row.line.change === 'del') {
      if (added.length > 0) flush();
      removed.push(row.line);
    } else if (row.kind === 'line' && row.line.change === 'add') {
      added.push(row.line);
    } else {
      flush();
      paired.push(row.kind === 'line' ? { kind: 'pair', left: row.line, right: row.line } : row);
    }
  }
  flush();
  return paired;
}

/** The rows of a whole file as it is. */
export function sourceRows(content: string): DiffRow[] {
  if (content === '') return [];
  return content
    .replace(/\n$/, '')
    .split('\n')
    .map((text, index) => ({
      kind: 'line',
      line: {
        change: 'same',
        before: null,
        after: index + 1,
        text: bare(text),
        span: null,
        isUnended: false,
      },
    }));
}

/** The line of the file under review that a row shows; null for heads of hunks and removed lines. */
export function lineOf(row: DiffRow): number | null {
  if (row.kind === 'line') return row.line.after;
  return row.kind === 'pair' ? (row.right?.after ?? null) : null;
}

function linesOf(chunk: parseDiff.Chunk): DiffLine[] {
  const lines: DiffLine[] = [];
  for (const change of chunk.changes) {
    const last = lines.at(-1);
    if (change.content.startsWith('\\') && last) {
      lines[lines.length - 1] = { ...last, isUnended: true };
      continue;
    }
    const text = bare(change.content.slice(1));
    const rest = { text, span: null, isUnended: false };
    if (change.type === 'add') lines.push({ change: 'add', before: null, after: change.ln, ...rest });
    else if (change.type === 'del') lines.push({ change: 'del', before: change.ln, after: null, ...rest });
    else lines.push({ change: 'same', before: change.ln1, after: change.ln2, ...rest });
  }
  return lines;
}

/** Marks in each removed line, and in the added line in its place, what differs between them. */
function withSpans(lines: readonly DiffLine[]): DiffLine[] {
  const marked = [...lines];
  for (let start = 0; start < lines.length; ) {
    const removed = runOf(lines, start, 'del');
    const added = runOf(lines, start + removed, 'add');
    for (let index = 0; index < Math.min(removed, added); index++) {
      const [before, after] = [lines[start + index], lines[start + removed + index]];
      if (!before || !after) continue;
      const [left, right] = changedSpans(before.text, after.text);
      marked[start + index] = { ...before, span: left };
      marked[start + removed + index] = { ...after, span: right };
    }
    start += Math.max(1, removed + added);
  }
  return marked;
}

function runOf(lines: readonly DiffLine[], start: number, change: DiffLine['change']): number {
  let end = start;
  while (lines[end]?.change === change) end++;
  return end - start;
}

function bare(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
