import { streamGit, type WorkspacePlace } from '../git-stream.ts';
import { splitByNul } from './split-by-nul.ts';

/** A file that differs between two trees. */
export interface ChangedFile {
  readonly path: string;
  /** Before a rename; else null. */
  readonly oldPath: string | null;
  readonly status: 'added' | 'modified' | 'deleted' | 'renamed';
  /** How many sections `git diff` prints about it: a file that became a link is deleted and added. */
  readonly sections: 1 | 2;
}

/** A comparison of two trees. Nothing that a repository's own configuration says about diffs changes it. */
export const DIFF_TREE = [
  '-c',
  'diff.suppressBlankEmpty=false',
  'diff-tree',
  '-r',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--submodule=short',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];
/** Renames count up to 1,000 added and deleted files; beyond that they are what they are made of. */
export const WITH_RENAMES = ['--find-renames', '-l1000'];

const STATUS = { A: 'added', M: 'modified', D: 'deleted', R: 'renamed', T: 'modified' } as const;

/** The files that differ, in git's order, as they are found. @throws as `streamGit` */
export async function* changedFiles(
  place: WorkspacePlace,
  base: string,
  head: string,
): AsyncGenerator<ChangedFile, void> {
  const args = [...DIFF_TREE, ...WITH_RENAMES, '--raw', '-z', base, head, '--'];
  const records = splitByNul(streamGit(place, args));
  for await (const record of records) {
    // `:100644 100644 <old> <new> M`, then the path, or two of them after a rename.
    const letter = / ([AMDRT])\d*$/.exec(record)?.[1] as keyof typeof STATUS | undefined;
    const first = (await records.next()).value ?? '';
    const path = letter === 'R' ? ((await records.next()).value ?? '') : first;
    yield {
      path,
      oldPath: letter === 'R' ? first : null,
      status: STATUS[letter ?? 'M'],
      sections: letter === 'T' ? 2 : 1,
    };
  }
}
