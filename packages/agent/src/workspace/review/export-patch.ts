import { Readable } from 'node:stream';
import { readGit, streamGit, type WorkspacePlace } from '../git-stream.ts';
import { DIFF_TREE } from './changed-files.ts';
import { requireCommit, requirePath, treeOf } from './revision.ts';

/**
 * The difference between two commits as a patch that `git apply` takes, binary files included, as a stream of bytes.
 * @param base null: everything was added.
 * @param which `paths`: only these files, all when there is none; `without`: files, and folders with all that is in
 * them, that are left out
 * @throws RevisionError; GitReadError when there is no such commit (what fails later ends the stream with an error)
 */
export async function exportPatch(
  place: WorkspacePlace,
  base: string | null,
  head: string,
  which: { readonly paths?: readonly string[]; readonly without?: readonly string[] } = {},
): Promise<Readable> {
  const range = [treeOf(base, requireCommit(head)), head] as const;
  for (const tree of range) await readGit(place, ['rev-parse', '-q', '--verify', `${tree}^{tree}`], 128);
  const args = [
    ...DIFF_TREE,
    '--no-renames',
    '-p',
    '--binary',
    '--full-index',
    ...range,
    '--',
    ...(which.paths ?? []).map((path) => `:(top,literal)${requirePath(path)}`),
    ...(which.without ?? []).map((path) => `:(top,literal,exclude)${requirePath(path)}`),
  ];
  return Readable.from(streamGit(place, args, 'magic'), { objectMode: false });
}
