import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The environment of a person's git, with nothing of this machine's settings. */
const PERSON = {
  PATH: process.env['PATH'] ?? '',
  LC_ALL: 'C',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_AUTHOR_NAME: 'Kim',
  GIT_AUTHOR_EMAIL: 'kim@example.com',
  GIT_COMMITTER_NAME: 'Kim',
  GIT_COMMITTER_EMAIL: 'kim@example.com',
};

/** What git prints, as a person at a shell would run it. Throws when it fails. */
export function gitIn(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, env: PERSON, encoding: 'utf8', stdio: 'pipe' }).trimEnd();
}

/** Writes files with their folders. */
export async function put(folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Makes a repository on branch `main` with these files committed; returns the commit. */
export async function makeRepository(
  folder: string,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  gitIn(folder, 'init', '-q', '-b', 'main');
  return commitFiles(folder, files, 'First');
}

/** Commits these files beside all else; returns the commit. */
export async function commitFiles(
  folder: string,
  files: Readonly<Record<string, string | Buffer>>,
  message = 'Change',
): Promise<string> {
  await put(folder, files);
  gitIn(folder, 'add', '-A');
  gitIn(folder, 'commit', '-q', '--allow-empty', '-m', message);
  return gitIn(folder, 'rev-parse', 'HEAD');
}

/** Everything a person would miss if it changed: files, index, HEAD, stash, settings and what git says of them. */
export async function personsView(folder: string): Promise<Readonly<Record<string, string>>> {
  const view: Record<string, string> = await hashes(folder);
  view['(status)'] = gitIn(folder, 'status', '--porcelain=v2', '--branch', '--untracked-files=all');
  for (const name of ['HEAD', 'index', 'config', 'info/exclude', 'refs/stash', 'refs/heads/main']) {
    view[`(${name})`] = await hashOf(join(folder, '.git', name)).catch(() => 'absent');
  }
  return view;
}

/** What is in a folder, without `.git`: the content's hash, mode or target by path. */
export async function hashes(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const full = join(entry.parentPath, entry.name);
    const path = full.slice(folder.length + 1);
    if (path === '.git' || path.startsWith('.git/')) continue;
    if (entry.isFile()) found[path] = `${(await stat(full)).mode} ${await hashOf(full)}`;
    else if (entry.isSymbolicLink()) found[path] = `-> ${await readlink(full)}`;
  }
  return found;
}

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
