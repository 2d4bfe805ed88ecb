import type { FileHandle } from 'node:fs/promises';

const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 10;

/** A line without its newline, and where it begins. The bytes are valid until the next line is asked for. */
export interface RawLine {
  readonly bytes: Buffer;
  readonly offset: number;
}

/** The terminated lines of a file between two offsets, a batch for each chunk that is read. */
export async function* readLines(
  file: FileHandle,
  from: number,
  to: number,
): AsyncGenerator<readonly RawLine[]> {
  let rest = Buffer.alloc(0);
  let position = from;
  while (position < to) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, to - position));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) return;
    const start = position - rest.length;
    position += bytesRead;
    const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
    const lines: RawLine[] = [];
    let begin = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, begin)) {
      lines.push({ bytes: bytes.subarray(begin, end), offset: start + begin });
      begin = end + 1;
    }
    rest = bytes.subarray(begin);
    yield lines;
  }
}
