/** The most of a file that feedback keeps: 4 KiB of UTF-8 and 200 lines. */
const MAX_EXCERPT_BYTES = 4 * 1024;
const MAX_EXCERPT_LINES = 200;

/** Lines of a file, from 1, both included, with the text that they had. */
export interface Anchor {
  readonly startLine: number;
  readonly endLine: number;
  /** As `excerptAt` cut it. */
  readonly excerpt: string;
}

/** Where the lines of an anchor are by now; `stale`: nowhere, and the numbers are the old ones. */
export interface FoundAnchor {
  readonly startLine: number;
  readonly endLine: number;
  readonly stale: boolean;
}

/**
 * The text of these lines, joined by `\n` and without carriage returns: at most 200 lines and 4 KiB, whole lines only
 * unless the first one alone is longer. Null when the file has no such line.
 */
export function excerptAt(content: string, startLine: number, endLine: number): string | null {
  const lines = linesOf(content).slice(startLine - 1, Math.min(endLine, startLine - 1 + MAX_EXCERPT_LINES));
  if (startLine < 1 || endLine < startLine || lines.length === 0) return null;
  let excerpt = cut(lines[0] ?? '', MAX_EXCERPT_BYTES);
  let bytes = Buffer.byteLength(excerpt);
  for (const line of lines.slice(1)) {
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > MAX_EXCERPT_BYTES) break;
    excerpt += `\n${line}`;
  }
  return excerpt;
}

/**
 * Finds lines again in a later version of their file: where they were, else where the same text is nearest (the
 * earlier one of two equally near). White space at the ends of lines does not count.
 */
export function findAnchor(content: string, { startLine, endLine, excerpt }: Anchor): FoundAnchor {
  const lines = linesOf(content).map((line) => line.trimEnd());
  const wanted = excerpt.split('\n').map((line) => line.trimEnd());
  const isCut = wanted.length === 1 && Buffer.byteLength(excerpt) >= MAX_EXCERPT_BYTES - 3;
  const holds = (start: number) =>
    start >= 0 &&
    start + wanted.length <= lines.length &&
    wanted.every((line, index) =>
      isCut ? lines[start + index]?.startsWith(line) : lines[start + index] === line,
    );
  const before = startLine - 1;
  for (let distance = 0; distance <= Math.max(before, lines.length); distance += 1) {
    for (const start of [before - distance, before + distance]) {
      if (!holds(start)) continue;
      const end = Math.min(lines.length, start + 1 + (endLine - startLine));
      return { startLine: start + 1, endLine: end, stale: false };
    }
  }
  return { startLine, endLine, stale: true };
}

/** A file that ends with a line break has no empty line after it. */
function linesOf(content: string): string[] {
  const lines = content.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** At most that many bytes of UTF-8, never half a character. */
function cut(text: string, bytes: number): string {
  const buffer = Buffer.from(text);
  if (buffer.length <= bytes) return text;
  let end = bytes;
  while (end > 0 && ((buffer[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return buffer.toString('utf8', 0, end);
}
