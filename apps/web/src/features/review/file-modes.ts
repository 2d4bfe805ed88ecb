import type { ReviewFile } from './review-files.ts';

export type FileMode = 'rendered' | 'source' | 'diff';

/** How a file can be looked at, the most telling first. */
export function modesOf(file: ReviewFile): readonly FileMode[] {
  if (file.ofPhase?.status === 'deleted') return ['diff'];
  return file.isDocument ? ['rendered', 'source', 'diff'] : ['diff', 'source'];
}

/**
 * How a file is looked at: as the person chose for its kind, else a document as it reads, or, when it changed since the
 * last round, by what changed; other files by what changed, if anything did.
 * @param isAgain a round after the first.
 */
export function modeOf(file: ReviewFile, chosen: FileMode | null, isAgain: boolean): FileMode {
  const modes = modesOf(file);
  if (chosen !== null && modes.includes(chosen)) return chosen;
  if (modes.length === 1) return 'diff';
  if (file.isDocument) return isAgain && file.sinceRound !== null ? 'diff' : 'rendered';
  return file.ofPhase === null && file.sinceRound === null ? 'source' : 'diff';
}
