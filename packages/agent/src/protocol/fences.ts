import { firstCharacter } from './first-character.ts';

/** An open fenced code block. */
interface OpenFence {
  readonly character: string;
  readonly length: number;
  readonly indent: number;
}

// A list item may open with a fence ("- ```"), so bullets and numbers may come before it.
const OPENING = /^([ \t]*)((?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}|~{3,})(.*)$/;
const CLOSING = /^([ \t]*)(`{3,}|~{3,})[ \t]*$/;

/** Tells which lines of a Markdown text are in fenced code blocks (CommonMark 4.5). */
export class FenceTracker {
  #open: OpenFence | null = null;

  /** Takes the next line (without its line break); true when it belongs to a fenced block or delimits one. */
  takes(line: string): boolean {
    if (this.#open) {
      if (closes(line, this.#open)) this.#open = null;
      return true;
    }
    this.#open = opening(line);
    return this.#open !== null;
  }

  /** Whether the line would change something: open a block, or close the open one. */
  isDelimiter(line: string): boolean {
    return this.#open ? closes(line, this.#open) : opening(line) !== null;
  }

  /** Forgets an open block, as at the end of a text. */
  close(): void {
    this.#open = null;
  }
}

function opening(line: string): OpenFence | null {
  if (!mayBeDelimiter(line)) return null;
  const match = OPENING.exec(line);
  if (!match) return null;
  const [, indent = '', bullets = '', fence = '', info = ''] = match;
  const character = fence.charAt(0);
  // CommonMark: the info string of a backtick fence holds no backtick, else it is inline code.
  if (character === '`' && info.includes('`')) return null;
  return { character, length: fence.length, indent: indent.length + bullets.length };
}

function closes(line: string, open: OpenFence): boolean {
  if (!mayBeDelimiter(line)) return false;
  const match = CLOSING.exec(line);
  if (!match) return false;
  const [, indent = '', fence = ''] = match;
  return (
    fence.charAt(0) === open.character && fence.length >= open.length && indent.length <= open.indent + 3
  );
}

function mayBeDelimiter(line: string): boolean {
  const first = firstCharacter(line);
  const mayBegin =
    first === 0x60 ||
    first === 0x7e ||
    // - * + and digits: a list item
    first === 0x2d ||
    first === 0x2a ||
    first === 0x2b ||
    (first >= 0x30 && first <= 0x39);
  return mayBegin && (line.includes('```') || line.includes('~~~'));
}
