import { Readable } from 'node:stream';
import { readGit, streamGit, type WorkspacePlace } from '../git-stream.ts';
import { DIFF_TREE, WITH_RENAMES } from './changed-files.ts';
import { requireCommit, treeOf } from './revision.ts';

/**
 * The difference between two commits as a patch that `git apply` takes, binary files included, as a stream of bytes.
 * @param base null: everything was added.
 * @throws RevisionError; GitReadError when there is no such commit (what fails later ends the stream with an error)
 */
export async function exportPatch(
  place: WorkspacePlace,
  base: string | null,
  head: string,
): Promise<Readable> {
  const range = [treeOf(base, requireCommit(head)), head] as const;
  for (const tree of range) await readGit(place, ['rev-parse', '-q', '--verify', `${tree}^{tree}`], 128);
  const args = [...DIFF_TREE, ...WITH_RENAMES, '-p', '--binary', '--full-index', ...range, '--'];
  return Readable.from(streamGit(place, args), { objectMode: false });
}
