import { streamGit, type WorkspacePlace } from '../git-stream.ts';
import { type ChangedFile, changedFiles, DIFF_TREE, WITH_RENAMES } from './changed-files.ts';
import { patchSections } from './patch-sections.ts';
import { requireCommit, requirePath, treeOf } from './revision.ts';

/** How one file differs. */
export interface FileDiff {
  readonly path: string;
  /** Before a rename; else null. */
  readonly oldPath: string | null;
  readonly status: 'added' | 'modified' | 'deleted' | 'renamed';
  readonly additions: number;
  readonly deletions: number;
  readonly binary: boolean;
  /** More than 512 KiB, or beyond the 16 MiB of all patches: ask for this file alone, or for the patch. */
  readonly tooLarge: boolean;
  /** The unified diff from its first `@@` on; null when the file is binary or too large. */
  readonly patch: string | null;
}

/** How two commits differ. */
export interface DiffSummary {
  readonly files: readonly FileDiff[];
  /** More than 1,000 files differ; these are the first. */
  readonly truncated: boolean;
}

/** What of a difference is wanted. */
export interface DiffOptions {
  /** Only this file, by its path in the later commit. */
  readonly path?: string;
  /** Files, and folders with all that is in them, that are left out. */
  readonly exclude?: readonly string[];
}

const MAX_FILES = 1_000;
const MAX_FILE_BYTES = 512 * 1024;
const MAX_PATCHES_BYTES = 16 * 1024 * 1024;

/**
 * Compares two commits of a workspace, whatever its working folder holds by now. Renames are found; lines count as git
 * counts them.
 * @param base null compares with nothing: every file was added.
 * @throws RevisionError; GitReadError when there is no such commit; GitMissingError
 */
export async function diffCommits(
  place: WorkspacePlace,
  base: string | null,
  head: string,
  options: DiffOptions = {},
): Promise<DiffSummary> {
  const range = [treeOf(base, requireCommit(head)), head] as const;
  const { files, truncated, isPart } = await select(changedFiles(place, ...range), options);
  if (files.length === 0) return { files: [], truncated };
  const paths = files.flatMap(({ path, oldPath }) => (oldPath === null ? [path] : [oldPath, path]));
  const args = [...DIFF_TREE, ...WITH_RENAMES, '--numstat', '-p', '-U3', ...range, '--'];
  const stream = streamGit(place, isPart ? [...args, ...paths] : args);
  const sections = patchSections(
    stream,
    files.map((file) => file.sections),
    MAX_FILE_BYTES,
  );
  const diffs: FileDiff[] = [];
  let bytes = 0;
  for await (const { counts, patch } of sections) {
    const file = files[diffs.length];
    if (!file) break;
    bytes += patch?.length ?? 0;
    const tooLarge = counts !== null && (patch === null || bytes > MAX_PATCHES_BYTES);
    diffs.push({
      path: file.path,
      oldPath: file.oldPath,
      status: file.status,
      additions: counts?.additions ?? 0,
      deletions: counts?.deletions ?? 0,
      binary: counts === null,
      tooLarge,
      patch: counts === null || tooLarge ? null : patch,
    });
  }
  return { files: diffs, truncated };
}

async function select(
  changed: AsyncIterable<ChangedFile>,
  { path, exclude = [] }: DiffOptions,
): Promise<{ files: readonly ChangedFile[]; truncated: boolean; isPart: boolean }> {
  if (path !== undefined) requirePath(path);
  const excluded = exclude.map((entry) => requirePath(entry.replace(/\/$/, '')));
  const files: ChangedFile[] = [];
  for await (const file of changed) {
    if (path !== undefined && file.path !== path) continue;
    if (excluded.some((entry) => file.path === entry || file.path.startsWith(`${entry}/`))) continue;
    if (files.length === MAX_FILES) return { files, truncated: true, isPart: true };
    files.push(file);
    if (path !== undefined) break;
  }
  return { files, truncated: false, isPart: path !== undefined || excluded.length > 0 };
}
