import { rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { check } from '../check-git.ts';
import { git, type GitOptions } from '../git.ts';
import { forgetWorktrees } from '../source/add-worktree.ts';
import { MergeRefusedError } from './merge-refused-error.ts';
import type { MergeResult, MergeWork } from './merge-work.ts';
import { squashMessage, squashPattern } from './squash-message.ts';

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
 * Brings work to the branch that is checked out in a person's repository, as one commit or as a merge. It is made in a
 * worktree of its own: the person's files change once, when it has succeeded. When the branch goes on meanwhile it is made
 * once more.
 * @throws MergeRefusedError
 */
export async function mergeIntoRepository(top: string, work: MergeWork): Promise<MergeResult> {
  const result = (await mergeOnce(top, work)) ?? (await mergeOnce(top, work));
  if (result === null) throw new MergeRefusedError('branch_moved');
  return result;
}

/** Null: the branch went on while the merge was made, and nothing of it came there. */
async function mergeOnce(top: string, work: MergeWork): Promise<MergeResult | null> {
  const { PATH, base, tip, task } = work;
  const run = (args: readonly string[], options?: GitOptions) => git(top, args, PATH, options);
  const branch = await run(['symbolic-ref', '-q', '--short', 'HEAD']);
  if (branch.exitCode !== 0) throw new MergeRefusedError('no_branch');
  const into = branch.stdout.trim();
  const head = check('git rev-parse', await run(['rev-parse', '--verify', 'HEAD^{commit}'])).trim();
  if ((await run(['merge-base', '--is-ancestor', tip, head])).exitCode === 0) {
    return { into, commit: await findMerge(), already: true };
  }
  const squashed = await findSquashed();
  if (squashed !== undefined) return { into, commit: squashed, already: true };
  await requireQuiet();
  const commit = await mergeAside(top, head, work);
  if (commit === head) return { into, commit, already: true };
  const forward = await run([...MERGE, '--ff-only', commit], LONG);
  if (/would be overwritten/.test(forward.stderr)) {
    throw new MergeRefusedError(
      /untracked/.test(forward.stderr) ? 'would_overwrite' : 'not_clean',
      [...forward.stderr.matchAll(/^\t(.+)$/gm)].map(([, file = '']) => file),
    );
  }
  if (/Not possible to fast-forward/.test(forward.stderr)) return null;
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

  /** The commit that says in its message that it is this task's. */
  async function findSquashed(): Promise<string | undefined> {
    const message = ['--basic-regexp', `--grep=${squashPattern(task.id)}`];
    const found = check('git rev-list', await run(['rev-list', ...message, head, `^${base}`, '--'])).trim();
    return found.split('\n').findLast((line) => line !== '');
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

/**
 * Makes the commit that goes on top of `head` in a worktree of its own; it is `head` when there is nothing left to bring.
 * @throws MergeRefusedError conflicts
 */
async function mergeAside(top: string, head: string, work: MergeWork): Promise<string> {
  const { workspacePath, PATH, tip, content, staging, squash, task } = work;
  const name = basename(workspacePath);
  const folder = join(staging, `${name}-merge`);
  const run = async (...args: readonly string[]) => check('git', await git(folder, args, PATH, LONG)).trim();
  await forgetWorktrees(top, `${name}-merge`, PATH);
  const add = ['worktree', 'add', '-q', '--detach', folder, head];
  try {
    check('git worktree add', await git(top, add, PATH, LONG));
    const merge = await git(folder, [...MERGE, '--no-ff', '--no-commit', content], PATH, LONG);
    const unmerged = await git(folder, ['diff', '--name-only', '--diff-filter=U', '-z'], PATH);
    const files = unmerged.stdout.split('\0').filter((file) => file !== '');
    if (files.length > 0) throw new MergeRefusedError('conflicts', files);
    check('git merge', merge);
    const tree = await run('write-tree');
    if (squash && tree === (await run('rev-parse', `${head}^{tree}`))) return head;
    const message = squash ? squashMessage(task) : `Merge branch 'ccs/${name}'`;
    const parents = squash ? [head] : [head, tip];
    const args = [tree, ...parents.flatMap((parent) => ['-p', parent]), '-m', message];
    return await run('-c', 'i18n.commitEncoding=UTF-8', 'commit-tree', ...args);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await forgetWorktrees(top, `${name}-merge`, PATH);
  }
}
