/** Why work cannot go back to where it came from. */
export const MERGE_REFUSALS = {
  no_folder: 'There is no folder of this machine to merge into.',
  source_missing: 'The folder that the project came from is not there any more.',
  nothing_to_merge: 'Nothing was changed.',
  only_documents: 'Nothing but documents about the change was written.',
  no_branch: 'The repository has no branch checked out.',
  operation_in_progress: 'A merge, rebase or another git operation is going on in the repository.',
  not_clean: 'The repository has changes that are not committed.',
  would_overwrite: 'Files in the repository that git does not track would be overwritten.',
  branch_moved: 'New commits were made in the repository while the work was being merged.',
  conflicts: 'The same lines were changed in the repository.',
  does_not_apply: 'The folder has changed where the work changed it.',
} as const;
export type MergeRefusal = keyof typeof MERGE_REFUSALS;

/** A merge was refused, and everything is as it was. */
export class MergeRefusedError extends Error {
  readonly code: MergeRefusal;
  /** The files that stand in the way, at most 100. */
  readonly files: readonly string[];

  constructor(code: MergeRefusal, files: readonly string[] = []) {
    super(MERGE_REFUSALS[code] + (files.length > 0 ? ` ${files.slice(0, 10).join(', ')}` : ''));
    this.name = 'MergeRefusedError';
    this.code = code;
    this.files = files.slice(0, 100);
  }
}
