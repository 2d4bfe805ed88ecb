/** The place in a task's stream: the newest event version and the newest log line that a reader has. */
export interface StreamCursor {
  readonly version: number;
  readonly seq: number;
}

export const STREAM_START: StreamCursor = { version: 0, seq: 0 };

export function formatCursor(cursor: StreamCursor): string {
  return `${cursor.version}-${cursor.seq}`;
}

/** `0` and `<version>-<seq>` are cursors; anything else is null. */
export function parseCursor(text: string): StreamCursor | null {
  if (text === '0') return STREAM_START;
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(text);
  return match ? { version: Number(match[1]), seq: Number(match[2]) } : null;
}
