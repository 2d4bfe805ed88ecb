/** A place in a task's stream, `<event version>-<log seq>` (see streamCursorSchema of the contract). */
export type Cursor = string;

function parse(cursor: Cursor): readonly [version: number, seq: number] {
  const [version = '0', seq = '0'] = cursor.split('-');
  return [Number(version), Number(seq)];
}

/** Whether `cursor` lies beyond `than`. Places of one task form a chain, so one larger part is enough. */
export function isNewer(cursor: Cursor, than: Cursor): boolean {
  const [version, seq] = parse(cursor);
  const [thanVersion, thanSeq] = parse(than);
  return version > thanVersion || seq > thanSeq;
}

/** The place that has seen what either has seen. */
export function furthest(a: Cursor, b: Cursor): Cursor {
  const [versionA, seqA] = parse(a);
  const [versionB, seqB] = parse(b);
  return `${Math.max(versionA, versionB)}-${Math.max(seqA, seqB)}`;
}

/** The place that both have seen: from here on, neither misses anything. */
export function earliest(a: Cursor, b: Cursor): Cursor {
  return isNewer(a, b) ? (isNewer(b, a) ? both(a, b) : b) : a;
}

function both(a: Cursor, b: Cursor): Cursor {
  const [versionA, seqA] = parse(a);
  const [versionB, seqB] = parse(b);
  return `${Math.min(versionA, versionB)}-${Math.min(seqA, seqB)}`;
}
