import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, mkdir, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { check } from '../check-git.ts';
import { git, runGit } from '../git.ts';
import { exportPatch } from '../review/export-patch.ts';
import { MergeRefusedError } from './merge-refused-error.ts';
import type { MergeResult, MergeWork } from './merge-work.ts';

const TIMEOUT_MS = 600_000;

/**
 * Applies what changed between two commits to a plain folder, as a whole or not at all. Files that are as they should be
 * already are left alone, so after a kill the rest is done.
 */
export async function applyToFolder(folder: string, work: MergeWork): Promise<MergeResult> {
  const { PATH, base, tip, content, staging } = work;
  const into = await realpath(folder);
  const paths = await outdated(into, work);
  if (paths.length === 0) return { into, commit: tip, already: true };
  const patch = join(staging, 'patch');
  await pipeline(await exportPatch(work, base, content, { paths }), createWriteStream(patch));
  // A repository of our own: neither one around the folder nor the workspace's settings play a part.
  const repository = join(staging, 'repository');
  await mkdir(repository);
  check('git init', await git(repository, ['init', '-q', '--template='], PATH));
  const env = { GIT_DIR: join(repository, '.git'), GIT_WORK_TREE: into };
  const apply = (...more: readonly string[]) =>
    runGit(['apply', '--whitespace=nowarn', ...more, patch], PATH, { cwd: into, env, timeoutMs: TIMEOUT_MS });
  const checked = await apply('--check');
  if (checked.exitCode !== 0) throw new MergeRefusedError('does_not_apply', filesIn(checked.stderr, paths));
  check('git apply', await apply());
  return { into, commit: tip, already: false };
}

/** Git names a file before a colon or in quotes. */
function filesIn(errors: string, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => errors.includes(` ${path}:`) || errors.includes(`'${path}'`));
}

/** The changed files whose state in the folder is not that of the commit to bring back. */
async function outdated(
  folder: string,
  { workspacePath, PATH, base, content }: MergeWork,
): Promise<string[]> {
  const listing = await git(
    workspacePath,
    ['diff-tree', '-r', '-z', '--no-renames', base, content, '--'],
    PATH,
  );
  const records = check('git diff-tree', listing).split('\0');
  const paths: string[] = [];
  for (let at = 0; at + 1 < records.length; at += 2) {
    // `:100644 100755 <old> <new> M`
    const [, mode = '', , blob = ''] = records[at]?.split(' ') ?? [];
    const path = records[at + 1] ?? '';
    if ((await stateOf(join(folder, path))) !== (mode === '000000' ? 'absent' : `${mode} ${blob}`))
      paths.push(path);
  }
  return paths;
}

/** A file as git's trees describe it: its mode and the name of its content. */
async function stateOf(file: string): Promise<string> {
  const found = await lstat(file).catch(() => null);
  if (found === null) return 'absent';
  if (found.isSymbolicLink()) {
    const target = await readlink(file, 'buffer');
    return `120000 ${blobHash(target.length).update(target).digest('hex')}`;
  }
  if (!found.isFile()) return 'something else';
  const hash = blobHash(found.size);
  await pipeline(createReadStream(file), hash);
  return `${found.mode & 0o100 ? '100755' : '100644'} ${hash.digest('hex')}`;
}

/** Git names a content by its SHA-1, after a header. */
const blobHash = (size: number) => createHash('sha1').update(`blob ${size}\0`);
