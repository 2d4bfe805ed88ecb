import { MAX_BLOCK_LENGTH } from './block-reader.ts';
import { FenceTracker } from './fences.ts';
import { findHints } from './hints.ts';
import { startReader } from './readers.ts';
import type { SignalReader } from './signal-reader.ts';
import type { ProtocolSignal } from './signal.ts';
import { closingTag } from './tags.ts';

/** The rest of a longer line is dropped, so that memory stays bounded; what is kept is still too long for a block. */
const MAX_LINE_LENGTH = MAX_BLOCK_LENGTH + 1;

/**
 * Finds the protocol's signals in the text of an agent while it arrives, wherever it is cut. Text in fenced code
 * blocks, in inline code and in quotes is never a signal. Pure, never throws, linear in the length of the text.
 */
export interface ProtocolParser {
  /** Takes the next piece of text and returns the signals that it completed. */
  feed(text: string): readonly ProtocolSignal[];
  /**
   * A message ended and another follows. A line may go on in the next message (the model was cut and resumed) or end
   * here without a line break, so both readings are tried when the line is complete.
   */
  messageBoundary(): void;
  /** A tool is used: what was written before it stands for itself. An open code block ends, and so does the line. */
  toolUse(): readonly ProtocolSignal[];
  /** The turn ended: as `toolUse`. */
  endOfTurn(): readonly ProtocolSignal[];
}

export function createProtocolParser(): ProtocolParser {
  const fences = new FenceTracker();
  let reader: SignalReader | null = null;
  // The current line in the pieces that different messages contributed; almost always one.
  let pieces: string[] = [''];
  let length = 0;

  function feed(text: string): ProtocolSignal[] {
    const signals: ProtocolSignal[] = [];
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      extendLine(text, start, end);
      endLine(signals);
      start = end + 1;
    }
    extendLine(text, start, text.length);
    return signals;
  }

  function extendLine(text: string, start: number, end: number): void {
    const taken = Math.min(end - start, MAX_LINE_LENGTH - length);
    if (taken <= 0) return;
    pieces[pieces.length - 1] += text.slice(start, start + taken);
    length += taken;
  }

  function endLine(signals: ProtocolSignal[]): void {
    const cut = pieces;
    pieces = [''];
    length = 0;
    const whole = stripReturn(cut.join(''));
    if (cut.length === 1 || isSpecial(whole) || findHints(whole).length > 0) {
      readLine(whole, signals);
      return;
    }
    const lines = cut.map(stripReturn);
    if (reader && !lines.some(isSpecial) && offer(reader, whole)) return;
    for (const line of lines) readLine(line, signals);
  }

  function isSpecial(line: string): boolean {
    return fences.isDelimiter(line) || startReader(line) !== null || closingTag(line) !== null;
  }

  /** Whether the signal that is being read takes the line. */
  function offer(current: SignalReader, line: string): boolean {
    if (current.holdsFences) return current.takes(line, fences.takes(line));
    return !fences.isDelimiter(line) && current.takes(line, false);
  }

  function readLine(line: string, signals: ProtocolSignal[]): void {
    if (reader) {
      const isTaken = offer(reader, line);
      if (!isTaken || reader.isDone()) finishReader(signals);
      if (isTaken) return;
    }
    if (fences.takes(line)) return;
    reader = startReader(line);
    if (reader === null) signals.push(...findHints(line));
    else if (reader.isDone()) finishReader(signals);
  }

  function finishReader(signals: ProtocolSignal[]): void {
    const signal = reader?.finish();
    if (signal) signals.push(signal);
    reader = null;
  }

  function flush(): ProtocolSignal[] {
    const signals: ProtocolSignal[] = [];
    if (length > 0) endLine(signals);
    pieces = [''];
    finishReader(signals);
    fences.close();
    return signals;
  }

  return {
    feed,
    messageBoundary() {
      if (pieces.at(-1) !== '') pieces.push('');
    },
    toolUse: flush,
    endOfTurn: flush,
  };
}

function stripReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
