import { git } from '../workspace/git.ts';
import { phaseStartRef } from '../workspace/workspace-repository.ts';

const MAX_CHARACTERS = 8_000;

/** What a phase changed, as `git diff --stat` says it (at most 8,000 characters); empty when git cannot tell. */
export async function phaseChanges(
  workspace: string,
  phase: number,
  path: string | undefined,
): Promise<{ readonly changes?: string }> {
  const args = ['diff', '--stat=120', '--stat-count=100', phaseStartRef(phase), '--'];
  const result = await git(workspace, args, path).catch(() => null);
  const changes = result?.exitCode === 0 ? result.stdout.trim().slice(0, MAX_CHARACTERS) : '';
  return changes === '' ? {} : { changes };
}
