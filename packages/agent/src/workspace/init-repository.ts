import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check } from './check-git.ts';
import { git } from './git.ts';

/** What is never committed, whatever the project's own .gitignore says. Kept out of the project's files on purpose. */
const EXCLUDED = [
  'node_modules/',
  '.env',
  '.env.local',
  '__pycache__/',
  '.venv/',
  'target/',
  '.next/',
  '*.log',
  // Claude Code writes a file under such a name first and renames it then.
  '*.tmp.[0-9]*.[0-9a-f]*',
];

/** Makes the folder a repository of its own, without a commit. */
export async function initRepository(workspace: string, path: string | undefined): Promise<void> {
  check('git init', await git(workspace, ['init', '-q', '-b', 'main', '--template='], path));
  await writeExcluded(join(workspace, '.git', 'info', 'exclude'));
}

/** Writes the file of patterns that are never committed. */
export async function writeExcluded(file: string): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, `${EXCLUDED.join('\n')}\n`);
}
