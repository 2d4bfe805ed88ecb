import { firstCharacter } from './first-character.ts';
import type { BlockTag } from './signal.ts';

const OPENING = /^\s*(\*\*|`|)\[(DEPENDENCY_REQUEST|USER_QUESTION|ERROR)\]\1\s*$/;
const CLOSING = /^\s*(\*\*|`|)\[\/(DEPENDENCY_REQUEST|USER_QUESTION|ERROR)\]\1\s*$/;

/** `[ERROR]` alone on its line, maybe bold or as inline code. */
export interface OpeningTag {
  readonly tag: BlockTag;
  /** As inline code it may just as well be talk about the protocol. */
  readonly isCode: boolean;
}

/** The block that this line opens, if it opens one. */
export function openingTag(line: string): OpeningTag | null {
  if (!mayBeTag(line)) return null;
  const match = OPENING.exec(line);
  return match && { tag: match[2] as BlockTag, isCode: match[1] === '`' };
}

/** The block that this line closes, if it is a closing tag. */
export function closingTag(line: string): BlockTag | null {
  if (!mayBeTag(line)) return null;
  return (CLOSING.exec(line)?.[2] as BlockTag | undefined) ?? null;
}

function mayBeTag(line: string): boolean {
  const first = firstCharacter(line);
  // [ * `
  return first === 0x5b || first === 0x2a || first === 0x60;
}
