import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ProjectFolder, TEST_RULES } from './test-rules.ts';

/** How to run a project's tests. */
export interface TestCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Where, relative to the workspace; '' = the workspace itself. */
  readonly folder: string;
}

const SKIPPED = /^(\.|node_modules$|dist$|build$|docs$|vendor$|target$)/;

/** The test command of the project in the workspace, or in a folder directly below it; null when none is found. */
export async function detectTestCommand(workspace: string): Promise<TestCommand | null> {
  const entries = await readdir(workspace, { withFileTypes: true }).catch(() => []);
  const below = entries
    .filter((entry) => entry.isDirectory() && !SKIPPED.test(entry.name))
    .map(({ name }) => name);
  for (const folder of ['', ...below.sort()]) {
    const command = await detectIn(join(workspace, folder));
    if (command) return { ...command, folder };
  }
  return null;
}

async function detectIn(path: string): Promise<Omit<TestCommand, 'folder'> | null> {
  const list = (below: string) => readdir(join(path, below)).catch(() => []);
  const folder: ProjectFolder = {
    names: new Set(await list('')),
    list,
    read: (file) => readFile(join(path, file), 'utf8').catch(() => ''),
  };
  for (const rule of TEST_RULES) {
    if (!(await rule.isFor(folder))) continue;
    const [program, ...args] = await rule.command(folder);
    return { program, args };
  }
  return null;
}
