import { blockReader } from './block-reader.ts';
import { dependencyBlock } from './dependency-block.ts';
import { errorBlock } from './error-block.ts';
import { startMarker } from './markers.ts';
import { questionBlock } from './question-block.ts';
import type { SignalReader } from './signal-reader.ts';
import { openingTag } from './tags.ts';

const BLOCKS = {
  DEPENDENCY_REQUEST: dependencyBlock,
  USER_QUESTION: questionBlock,
  ERROR: errorBlock,
} as const;

/** The reader of the signal that begins on this line; null when the line is ordinary text. */
export function startReader(line: string): SignalReader | null {
  const opening = openingTag(line);
  return opening ? blockReader(BLOCKS[opening.tag], opening) : startMarker(line);
}
