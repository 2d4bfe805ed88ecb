import type { LogLine, NewLogLine } from '@ccs/core/ports/task-log';
import type { LogKind } from '@ccs/core/vocabulary/stream';

/** The most that one line keeps of its text, and of its data as JSON, in bytes of UTF-8. */
const MAX_BYTES = 64 * 1024;
/** What is left of larger data. Half, because its quotes are escaped when it is written as text. */
const PREVIEW_BYTES = MAX_BYTES / 2;

/** What stands for data that was too large. */
export interface TruncatedData {
  readonly truncated: true;
  /** The beginning of the data's JSON. */
  readonly preview: string;
}

/** A line that is ready to be written once its number is known. */
export interface PreparedLine {
  readonly kept: NewLogLine;
  readonly json: string;
}

/** The line as it is kept, with what is too large cut. @throws TypeError for data that JSON cannot express. */
export function prepareLine(line: NewLogLine): PreparedLine {
  // Time and kind come first on disk: `scanHead` reads them without parsing the line.
  const { at, kind, text, data, ...rest } = line;
  const kept: NewLogLine = { at, kind, text: cutText(text), ...rest, ...keptData(data) };
  return { kept, json: JSON.stringify(kept) };
}

/** The line on disk. */
export function encodeLine(json: string, seq: number, afterVersion: number): Buffer {
  return Buffer.from(`{"seq":${seq},"afterVersion":${afterVersion},${json.slice(1)}\n`);
}

/** The line that `json` holds; null when it is broken. */
export function decodeLine(json: string): LogLine | null {
  try {
    const line: unknown = JSON.parse(json);
    if (typeof line !== 'object' || line === null) return null;
    const { seq, kind, text } = line as Partial<LogLine>;
    const whole = Number.isSafeInteger(seq) && typeof kind === 'string' && typeof text === 'string';
    return whole ? (line as LogLine) : null;
  } catch {
    return null;
  }
}

const HEAD = /^\{"seq":(\d+),"afterVersion":\d+,"at":"[^"]*","kind":"(\w+)"/;
/** No head is longer, in bytes. */
const MAX_HEAD_BYTES = 160;

/** Number and kind of a line as `encodeLine` writes it, without parsing the rest; null when it looks otherwise. */
export function scanHead(line: Buffer): { seq: number; kind: LogKind } | null {
  const match = HEAD.exec(line.toString('latin1', 0, MAX_HEAD_BYTES));
  return match ? { seq: Number(match[1]), kind: match[2] as LogKind } : null;
}

function keptData(data: unknown): { data?: unknown } {
  if (data === undefined) return {};
  const json = JSON.stringify(data) as string | undefined;
  if (json === undefined) return {};
  if (Buffer.byteLength(json) <= MAX_BYTES) return { data };
  const cut: TruncatedData = { truncated: true, preview: cutBytes(json, PREVIEW_BYTES) };
  return { data: cut };
}

function cutText(text: string): string {
  return Buffer.byteLength(text) <= MAX_BYTES ? text : `${cutBytes(text, MAX_BYTES)}…`;
}

/** The longest beginning of `text` that has at most `bytes` bytes and ends between two characters. */
function cutBytes(text: string, bytes: number): string {
  const buffer = Buffer.from(text);
  let end = bytes;
  // A byte of the form 10xxxxxx goes on with a character that began before it.
  while (end > 0 && ((buffer[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return buffer.toString('utf8', 0, end);
}
