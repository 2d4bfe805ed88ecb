/** Lines of a file, both included, 1-based. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Lines that are being chosen: the one it began with, and the one it reaches to now. */
export interface Choosing {
  readonly anchor: number;
  readonly focus: number;
}

/** Begins at a line, or with Shift reaches from where the last choice began to this line. */
export function choose(before: Choosing | null, line: number, isExtending: boolean): Choosing {
  return isExtending && before ? { anchor: before.anchor, focus: line } : { anchor: line, focus: line };
}

/** The lines of a choice, in order. */
export function rangeOf({ anchor, focus }: Choosing): LineRange {
  return { from: Math.min(anchor, focus), to: Math.max(anchor, focus) };
}

export function isWithin(range: LineRange | null, line: number | null): boolean {
  return range !== null && line !== null && line >= range.from && line <= range.to;
}

/** Those lines of a text, for showing what a remark is about. */
export function linesOfText(content: string, { from, to }: LineRange): string {
  return content
    .split('\n')
    .slice(from - 1, to)
    .join('\n');
}

/** "12" or "12–15". */
export function rangeText(from: number, to: number | null): string {
  return to === null || to === from ? `${from}` : `${from}–${to}`;
}
