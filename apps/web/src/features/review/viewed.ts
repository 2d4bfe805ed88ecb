import { createStoredState } from '../../lib/stored-state.ts';

/** Which files a person has viewed, by what was under review: commit → path → viewed. */
export type Viewed = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

export const VIEWED_KEY = 'ccs-viewed';
/** Reviews that are remembered, the latest. */
const KEPT = 40;

export const storedViewed = createStoredState(parseViewed);

/** What is reviewed: `commit`, and the one of the round before with the files that are still as they were then. */
export interface Content {
  readonly commit: string;
  readonly previous: string | null;
  isUnchanged(path: string): boolean;
}

/** Whether a file has been viewed, in this round or, unchanged since, in the one before. */
export function isViewed(viewed: Viewed, { commit, previous, isUnchanged }: Content, path: string): boolean {
  const here = viewed[commit]?.[path];
  if (here !== undefined) return here;
  return previous !== null && viewed[previous]?.[path] === true && isUnchanged(path);
}

export function mark(viewed: Viewed, commit: string, path: string, isSeen: boolean): Viewed {
  const { [commit]: here = {}, ...others } = viewed;
  const kept = Object.entries(others).slice(-(KEPT - 1));
  return { ...Object.fromEntries(kept), [commit]: { ...here, [path]: isSeen } };
}

export function parseViewed(stored: unknown): Viewed {
  if (typeof stored !== 'object' || stored === null) return {};
  const all: Record<string, Record<string, boolean>> = {};
  for (const [commit, paths] of Object.entries(stored)) {
    if (typeof paths !== 'object' || paths === null) continue;
    const marks = Object.entries(paths as object).filter(([, seen]) => typeof seen === 'boolean');
    all[commit] = Object.fromEntries(marks);
  }
  return all;
}
