import { git } from '../git.ts';
import { check } from '../check-git.ts';

/** Below refs/worktree: in a worktree of a person's repository it belongs to that worktree alone. */
const BASE = 'refs/worktree/ccs/base';

/** Remembers the commit that a workspace started from. */
export async function markBase(workspace: string, revision: string, path: string | undefined): Promise<void> {
  check('git update-ref', await git(workspace, ['update-ref', BASE, revision], path));
}

/** The commit that the workspace of a `modify_app` task started from, in full; null when it started empty. */
export async function sourceBase(workspace: string, path: string | undefined): Promise<string | null> {
  const { exitCode, stdout } = await git(
    workspace,
    ['rev-parse', '-q', '--verify', `${BASE}^{commit}`],
    path,
  );
  return exitCode === 0 ? stdout.trim() : null;
}
