import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { git } from '../git.ts';
import { applyToFolder } from './apply-to-folder.ts';
import { findWork, type WorkPlace } from './find-work.ts';
import { leaveOut } from './leave-out.ts';
import { mergeIntoRepository } from './merge-into-repository.ts';
import { MergeRefusedError } from './merge-refused-error.ts';
import type { MergeOptions, MergeResult, MergeWork } from './merge-work.ts';

/**
 * Brings the committed work of a `modify_app` workspace back to where it came from: to the branch that is checked out
 * there, as one commit or merged with its history, or as a patch to a plain folder. Refused unless that succeeds as a
 * whole.
 * @throws MergeRefusedError; GitMissingError; Error with git's words when git fails otherwise
 */
export async function mergeWorkspace(place: WorkPlace, options: MergeOptions): Promise<MergeResult> {
  const { workspacePath, PATH } = place;
  const { squash, without, task } = options;
  const { folder, repository, base, tip } = await findWork(place);
  const staging = mergeStaging(workspacePath);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging);
  try {
    const content = without === null ? tip : await leaveOut(place, { base, tip }, without, staging);
    const same = await git(workspacePath, ['diff-tree', '--quiet', base, content, '--'], PATH);
    if (same.exitCode === 0) {
      throw new MergeRefusedError(content === tip ? 'nothing_to_merge' : 'only_documents');
    }
    const work: MergeWork = { workspacePath, PATH, base, tip, content, staging, squash, task };
    return repository ? await mergeIntoRepository(repository.top, work) : await applyToFolder(folder, work);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Where a merge of this workspace keeps what it needs meanwhile. */
export function mergeStaging(workspace: string): string {
  return join(dirname(workspace), `.merging-${basename(workspace)}`);
}
