import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ME = ['-c', 'user.name=A person', '-c', 'user.email=person@example.test'];

/** What `git` prints in this folder. It knows nothing of this machine's configuration. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  const { stdout } = await run('git', [...ME, ...args], { cwd: folder, env });
  return stdout.trim();
}

/** Somebody's project: a repository with a program, a test and one commit, and a note that isn't committed. */
export async function makeRepository(folder: string): Promise<void> {
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await git(folder, 'init', '-q', '-b', 'main');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '-qm', 'A greeting');
  await writeFile(join(folder, 'notes.txt'), 'Not committed.\n');
}

const FILES = {
  'package.json': `${JSON.stringify({ name: 'greeting', version: '1.0.0', type: 'module', scripts: { test: 'node --test' } }, null, 2)}\n`,
  'README.md': '# Greeting\n\nGreets people by their name.\n',
  '.gitignore': 'node_modules\n.env\n',
  'src/greet.js': 'export function greet(name) {\n  return `Hello, ${name}!`;\n}\n',
  'test/greet.test.js': [
    "import assert from 'node:assert/strict';",
    "import { test } from 'node:test';",
    "import { greet } from '../src/greet.js';",
    '',
    "test('greets by name', () => assert.equal(greet('Ada'), 'Hello, Ada!'));",
    '',
  ].join('\n'),
};
