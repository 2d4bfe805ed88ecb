import type { DiffDto, FeedbackDto, FileDiffDto, ReviewDto } from '@ccs/contract';
import { inTreeOrder } from '../diff/file-tree.ts';
import type { Remark } from './draft.ts';

/** A file of a review: what the phase produced or changed. */
export interface ReviewFile {
  readonly path: string;
  readonly isDocument: boolean;
  /** What the phase did to it; null when it is as it was before the phase. */
  readonly ofPhase: FileDiffDto | null;
  /** What changed since the round before; null when nothing did, or there is none. */
  readonly sinceRound: FileDiffDto | null;
}

/** The files of a review in the order in which they are shown. */
export function reviewFiles(
  review: Pick<ReviewDto, 'files'>,
  ofPhase: DiffDto | undefined,
  sinceRound: DiffDto | undefined,
): ReviewFile[] {
  const of = (diff: DiffDto | undefined) => new Map(diff?.files.map((file) => [file.path, file]));
  const [phase, round] = [of(ofPhase), of(sinceRound)];
  const paths = new Set([...review.files.map((file) => file.path), ...phase.keys(), ...round.keys()]);
  return inTreeOrder(
    [...paths].map((path) => ({
      path,
      isDocument: path.endsWith('.md'),
      ofPhase: phase.get(path) ?? null,
      sinceRound: round.get(path) ?? null,
    })),
  );
}

/** What is said about a file, by where it is shown. */
export interface FileNotes {
  /** Whole-file remarks, and remarks on lines that are not there any more. */
  readonly general: readonly FeedbackDto[];
  readonly generalDrafts: readonly Remark[];
  /** By the last of the lines that they are about. */
  readonly byLine: ReadonlyMap<number, LineNotes>;
}

export interface LineNotes {
  readonly feedback: readonly FeedbackDto[];
  readonly drafts: readonly Remark[];
}

/** Sorts what is said about one file by the line of this round that it belongs to. */
export function notesOf(
  path: string,
  feedback: readonly FeedbackDto[],
  drafts: readonly Remark[],
): FileNotes {
  const ours = feedback.filter((each) => each.path === path);
  const lineOf = ({ anchor }: FeedbackDto) => (anchor.stale ? null : (anchor.endLine ?? anchor.startLine));
  const draftsHere = drafts.filter((each) => each.path === path);
  const lines = new Set([...ours.map(lineOf), ...draftsHere.map((each) => each.endLine)]);
  const byLine = new Map<number, LineNotes>();
  for (const line of lines) {
    if (line === null) continue;
    byLine.set(line, {
      feedback: ours.filter((each) => lineOf(each) === line),
      drafts: draftsHere.filter((each) => each.endLine === line),
    });
  }
  return {
    general: ours.filter((each) => lineOf(each) === null),
    generalDrafts: draftsHere.filter((each) => each.endLine === null),
    byLine,
  };
}

/** How many remarks of a file wait for something: open ones and unsent ones. */
export function openCount(path: string, feedback: readonly FeedbackDto[], drafts: readonly Remark[]): number {
  const open = feedback.filter((each) => each.path === path && each.state === 'open');
  return open.length + drafts.filter((each) => each.path === path).length;
}
