import { type DiffRow, lineOf } from './diff-rows.ts';

/** A row, or the place below a line where something is said about it. */
export type Placed = DiffRow | Note;

interface Note {
  readonly kind: 'note';
  readonly line: number;
}

/**
 * Puts a place for a note below each of these lines of the file. `missing` are lines that the rows do not show, as in a
 * diff that leaves them out.
 */
export function placeNotes(
  rows: readonly DiffRow[],
  lines: ReadonlySet<number>,
): { readonly placed: Placed[]; readonly missing: number[] } {
  const left = new Set(lines);
  const placed: Placed[] = [];
  for (const row of rows) {
    placed.push(row);
    const line = lineOf(row);
    if (line !== null && left.delete(line)) placed.push({ kind: 'note', line });
  }
  return { placed, missing: [...left].sort((a, b) => a - b) };
}
