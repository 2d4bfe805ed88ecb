import { type BlockFields, FieldLines } from './block-fields.ts';
import { startMarker } from './markers.ts';
import type { SignalReader } from './signal-reader.ts';
import type { BlockTag, ProtocolSignal } from './signal.ts';
import { closingTag, type OpeningTag, openingTag } from './tags.ts';

/** One kind of block: its keys, and what their values mean. */
export interface BlockKind<K extends string = string> {
  readonly tag: BlockTag;
  readonly keys: readonly K[];
  /** The signal, or the problem as a sentence for the agent. */
  read(fields: BlockFields<K>): ProtocolSignal | string;
}

/** Characters between the tags of a block. */
export const MAX_BLOCK_LENGTH = 16 * 1024;

/**
 * Reads a block to its closing tag. The next opening tag or marker ends a block that was not closed. A block whose tag is
 * inline code is a signal only when it is complete; else it was talk about the protocol.
 */
export function blockReader<K extends string>(kind: BlockKind<K>, { isCode }: OpeningTag): SignalReader {
  const ownClosing = `[/${kind.tag}]`;
  const lines = new FieldLines(kind.keys);
  let length = 0;
  let closedBy: BlockTag | null = null;

  function add(line: string, isFenced: boolean): void {
    length += line.length + 1;
    if (length <= MAX_BLOCK_LENGTH) lines.add(line, isFenced);
  }

  function read(): ProtocolSignal | string {
    if (length > MAX_BLOCK_LENGTH) {
      return `It is longer than ${MAX_BLOCK_LENGTH} characters; say it shorter, or put the rest into a file and name the file.`;
    }
    if (closedBy === null) return `It was not closed: end it with ${ownClosing} alone on its line.`;
    if (closedBy !== kind.tag) return `It was closed with [/${closedBy}] instead of ${ownClosing}.`;
    return kind.read(lines.fields);
  }

  return {
    isDone: () => closedBy !== null,
    holdsFences: true,
    takes(line, isFenced) {
      if (isFenced) {
        add(line, true);
        return true;
      }
      closedBy = closingTag(line);
      if (closedBy !== null) return true;
      if (openingTag(line) !== null || startMarker(line) !== null) return false;
      const trimmed = line.trimEnd();
      if (trimmed.endsWith(ownClosing)) {
        add(trimmed.slice(0, -ownClosing.length), false);
        closedBy = kind.tag;
      } else add(line, false);
      return true;
    },
    finish() {
      const result = read();
      if (typeof result !== 'string') return result;
      // Build tools print `[ERROR]` on lines of its own.
      const isTalk = isCode || (kind.tag === 'ERROR' && closedBy === null && lines.fields.size === 0);
      return isTalk ? null : { kind: 'malformed', block: kind.tag, problem: result };
    },
  };
}
