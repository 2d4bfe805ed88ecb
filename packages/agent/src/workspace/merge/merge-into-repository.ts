import { rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { check } from '../check-git.ts';
import { git, type GitOptions } from '../git.ts';
import { forgetWorktrees } from '../source/add-worktree.ts';
import { MergeRefusedError } from './merge-refused-error.ts';
import type { MergeResult, MergeWork } from './merge-work.ts';

const LONG: GitOptions = { timeoutMs: 600_000 };
/** What git leaves in its folder while something is going on. */
const IN_PROGRESS = [
  'MERGE_HEAD',
  'CHERRY_PICK_HEAD',
  'REVERT_HEAD',
  'rebase-merge',
  'rebase-apply',
  'index.lock',
];
/** Nothing of a person's settings for merges applies; resolutions of conflicts are neither used nor recorded. */
const MERGE = [
  '-c',
  'rerere.enabled=false',
  '-c',
  'merge.verifySignatures=false',
  'merge',
  '-q',
  '--no-verify',
];

/**
 * Merges a commit into the branch that is checked out in a person's repository. The merge itself is made in a worktree
 * of its own: the person's files change once, when it has succeeded.
 */
export async function mergeIntoRepository(top: string, work: MergeWork): Promise<MergeResult> {
  const { PATH, tip } = work;
  const run = (args: readonly string[], options?: GitOptions) => git(top, args, PATH, options);
  const branch = await run(['symbolic-ref', '-q', '--short', 'HEAD']);
  if (branch.exitCode !== 0) throw new MergeRefusedError('no_branch');
  const into = branch.stdout.trim();
  const head = check('git rev-parse', await run(['rev-parse', '--verify', 'HEAD^{commit}'])).trim();
  if ((await run(['merge-base', '--is-ancestor', tip, head])).exitCode === 0) {
    return { into, commit: await findMerge(), already: true };
  }
  await requireQuiet();
  const commit = await mergeAside(top, head, work);
  const forward = await run([...MERGE, '--ff-only', commit], LONG);
  if (/would be overwritten/.test(forward.stderr)) {
    throw new MergeRefusedError(
      /untracked/.test(forward.stderr) ? 'would_overwrite' : 'not_clean',
      [...forward.stderr.matchAll(/^\t(.+)$/gm)].map(([, file = '']) => file),
    );
  }
  check('git merge', forward);
  return { into, commit, already: false };

  /** The oldest commit that has ours as a further parent; ours itself when the branch simply went on from it. */
  async function findMerge(): Promise<string> {
    const range = ['--merges', '--parents', '--ancestry-path', `${tip}..${head}`];
    const merges = check('git rev-list', await run(['rev-list', ...range]))
      .trim()
      .split('\n');
    const [found = tip] =
      merges.map((line) => line.split(' ')).findLast(([, , ...others]) => others.includes(tip)) ?? [];
    return found;
  }

  async function requireQuiet(): Promise<void> {
    const paths = IN_PROGRESS.flatMap((name) => ['--git-path', name]);
    const places = check('git rev-parse', await run(['rev-parse', ...paths]))
      .trim()
      .split('\n');
    for (const place of places) {
      const found = await stat(resolve(top, place)).catch(() => null);
      if (found) throw new MergeRefusedError('operation_in_progress');
    }
    const status = await run(['status', '--porcelain', '-z', '--no-renames', '--untracked-files=no']);
    const changed = check('git status', status)
      .split('\0')
      .filter((entry) => entry !== '');
    if (changed.length > 0) {
      throw new MergeRefusedError(
        'not_clean',
        changed.map((entry) => entry.slice(3)),
      );
    }
  }
}

/** Makes the merge commit of two commits in a worktree of its own. @throws MergeRefusedError conflicts */
async function mergeAside(top: string, head: string, { workspacePath, PATH, tip, staging }: MergeWork) {
  const name = basename(workspacePath);
  const folder = join(staging, `${name}-merge`);
  await forgetWorktrees(top, `${name}-merge`, PATH);
  const add = ['worktree', 'add', '-q', '--detach', folder, head];
  try {
    check('git worktree add', await git(top, add, PATH, LONG));
    const message = `Merge branch 'ccs/${name}'`;
    const merge = await git(folder, [...MERGE, '--no-ff', '-m', message, tip], PATH, LONG);
    const unmerged = await git(folder, ['diff', '--name-only', '--diff-filter=U', '-z'], PATH);
    const files = unmerged.stdout.split('\0').filter((file) => file !== '');
    if (files.length > 0) throw new MergeRefusedError('conflicts', files);
    check('git merge', merge);
    return check('git rev-parse', await git(folder, ['rev-parse', 'HEAD'], PATH)).trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
    await forgetWorktrees(top, `${name}-merge`, PATH);
  }
}
