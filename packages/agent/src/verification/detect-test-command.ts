import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

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

async function detectIn(folder: string): Promise<Omit<TestCommand, 'folder'> | null> {
  if (await hasNpmTest(folder)) return { program: 'npm', args: ['test'] };
  const names = new Set(await readdir(folder).catch(() => []));
  if (names.has('go.mod')) return { program: 'go', args: ['test', './...'] };
  if (names.has('Cargo.toml')) return { program: 'cargo', args: ['test'] };
  if (await hasPytest(folder, names)) return { program: 'python3', args: ['-m', 'pytest', '-q'] };
  return null;
}

async function hasNpmTest(folder: string): Promise<boolean> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const test = (manifest as { scripts?: { test?: unknown } }).scripts?.test;
    // What `npm init` writes always fails and tests nothing.
    return typeof test === 'string' && test.trim() !== '' && !test.includes('no test specified');
  } catch {
    return false;
  }
}

async function hasPytest(folder: string, names: ReadonlySet<string>): Promise<boolean> {
  if (names.has('pytest.ini') || names.has('conftest.py')) return true;
  const inTests = names.has('tests') ? await readdir(join(folder, 'tests')).catch(() => []) : [];
  return [...names, ...inTests].some((name) => /^test_.*\.py$|_test\.py$/.test(name));
}
