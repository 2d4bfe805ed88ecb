import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs git in a folder of a test's own, without the machine's configuration; returns what it printed. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const settings = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    '-c',
    'commit.gpgsign=false',
  ];
  const { stdout } = await run('git', [...settings, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
  return stdout.trim();
}

/**
 * Writes files into a folder and commits them, in a repository that is made when there is none.
 * @param files contents by path; null removes one.
 * @returns the commit.
 */
export async function commitFiles(
  folder: string,
  files: Readonly<Record<string, string | null>>,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  await git(folder, 'init', '-q', '-b', 'main');
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    if (content === null) await rm(file);
    else await writeFile(file, content);
  }
  await git(folder, 'add', '-A');
  await git(folder, 'commit', '-q', '--allow-empty', '-m', 'change');
  return git(folder, 'rev-parse', 'HEAD');
}
