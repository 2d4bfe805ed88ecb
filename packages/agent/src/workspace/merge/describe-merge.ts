import { git } from '../git.ts';
import { changedFiles } from '../review/changed-files.ts';
import { findWork, type WorkPlace } from './find-work.ts';

/** What a merge would do. */
export interface MergeDescription {
  /** The branch that is checked out, or the folder when it is no repository; null while no branch is checked out. */
  readonly into: string | null;
  /** The branch in that repository that the agent works on; null for a plain folder. */
  readonly workBranch: string | null;
  /** How many files differ outside of the folder that can be left out. */
  readonly files: number;
  /** How many differ in it. */
  readonly documents: number;
}

/**
 * Says where the committed work would go and how much it is, without changing anything.
 * @param without the folder that can be left out, relative to the workspace
 * @throws MergeRefusedError no_folder, source_missing, nothing_to_merge; GitReadError; GitMissingError
 */
export async function describeMerge(place: WorkPlace, without: string): Promise<MergeDescription> {
  const { folder, repository, base, tip } = await findWork(place);
  const counts = { files: 0, documents: 0 };
  for await (const { path } of changedFiles(place, base, tip)) {
    counts[path.startsWith(`${without}/`) ? 'documents' : 'files'] += 1;
  }
  if (!repository) return { into: folder, workBranch: null, ...counts };
  const branchOf = async (checkout: string) => {
    const { exitCode, stdout } = await git(checkout, ['symbolic-ref', '-q', '--short', 'HEAD'], place.PATH);
    return exitCode === 0 ? stdout.trim() : null;
  };
  return {
    into: await branchOf(repository.top),
    workBranch: await branchOf(place.workspacePath),
    ...counts,
  };
}
