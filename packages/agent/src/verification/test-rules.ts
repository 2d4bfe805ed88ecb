/** A folder that may hold a project. */
export interface ProjectFolder {
  readonly names: ReadonlySet<string>;
  /** The text of a file in it, by a path relative to it; empty when it cannot be read. */
  read(path: string): Promise<string>;
  /** What is in a folder in it; nothing when there is none. */
  list(path: string): Promise<readonly string[]>;
}

/** How the tests of one kind of project are run. */
interface TestRule {
  /** Whether this is such a project, with tests. */
  readonly isFor: (folder: ProjectFolder) => boolean | Promise<boolean>;
  /** The program and its arguments. */
  readonly command: (
    folder: ProjectFolder,
  ) => readonly [string, ...string[]] | Promise<readonly [string, ...string[]]>;
}

/** The first that fits counts. A project for Node may have files of every other kind beside it. */
export const TEST_RULES: readonly TestRule[] = [
  { isFor: hasNpmTest, command: () => ['npm', 'test'] },
  { isFor: has('go.mod'), command: () => ['go', 'test', './...'] },
  { isFor: has('Cargo.toml'), command: () => ['cargo', 'test'] },
  {
    isFor: hasPytest,
    command: async (folder) => [await python(folder), '-m', 'pytest', '-q'],
  },
  { isFor: has('gradlew'), command: () => ['./gradlew', 'test'] },
  { isFor: has('build.gradle', 'build.gradle.kts'), command: () => ['gradle', 'test'] },
  { isFor: has('pom.xml'), command: () => ['mvn', '-q', 'test'] },
  { isFor: hasComposerTest, command: () => ['composer', 'test'] },
  {
    isFor: has('pubspec.yaml'),
    command: async (folder) => [(await usesFlutter(folder)) ? 'flutter' : 'dart', 'test'],
  },
  { isFor: all(has('Gemfile'), has('spec')), command: () => ['bundle', 'exec', 'rspec'] },
  { isFor: all(has('Gemfile'), has('Rakefile')), command: () => ['bundle', 'exec', 'rake', 'test'] },
  { isFor: has('Rakefile'), command: () => ['rake', 'test'] },
  { isFor: hasEnding('.sln', '.csproj'), command: () => ['dotnet', 'test'] },
  { isFor: has('Package.swift'), command: () => ['swift', 'test'] },
  { isFor: has('deno.json', 'deno.jsonc'), command: () => ['deno', 'test'] },
  { isFor: hasMakeTest, command: () => ['make', 'test'] },
  // Without this file CMake was not told of any test, and ctest would be content with none.
  {
    isFor: async (folder) =>
      folder.names.has('CMakeLists.txt') && (await folder.list('build')).includes('CTestTestfile.cmake'),
    command: () => ['ctest', '--test-dir', 'build', '--output-on-failure'],
  },
];

function has(...files: readonly string[]) {
  return ({ names }: ProjectFolder): boolean => files.some((name) => names.has(name));
}

function hasEnding(...endings: readonly string[]) {
  return ({ names }: ProjectFolder): boolean =>
    [...names].some((name) => endings.some((ending) => name.endsWith(ending)));
}

function all(...conditions: readonly ((folder: ProjectFolder) => boolean)[]) {
  return (folder: ProjectFolder): boolean => conditions.every((holds) => holds(folder));
}

async function hasNpmTest(folder: ProjectFolder): Promise<boolean> {
  const test = await scriptOf(folder, 'package.json', 'test');
  // What `npm init` writes always fails and tests nothing.
  return typeof test === 'string' && test.trim() !== '' && !test.includes('no test specified');
}

/** Composer takes one command or a list of them. */
async function hasComposerTest(folder: ProjectFolder): Promise<boolean> {
  const test = await scriptOf(folder, 'composer.json', 'test');
  return (typeof test === 'string' || Array.isArray(test)) && test.length > 0;
}

async function scriptOf(folder: ProjectFolder, file: string, name: string): Promise<unknown> {
  if (!folder.names.has(file)) return undefined;
  try {
    const manifest: unknown = JSON.parse(await folder.read(file));
    return (manifest as { scripts?: Record<string, unknown> } | null)?.scripts?.[name];
  } catch {
    return undefined;
  }
}

async function hasPytest(folder: ProjectFolder): Promise<boolean> {
  const { names } = folder;
  if (names.has('pytest.ini') || names.has('conftest.py')) return true;
  const inTests = names.has('tests') ? await folder.list('tests') : [];
  return [...names, ...inTests].some((name) => /^test_.*\.py$|_test\.py$/.test(name));
}

/** The project's own Python has what its tests import. */
async function python(folder: ProjectFolder): Promise<string> {
  for (const place of ['.venv', 'venv']) {
    if ((await folder.list(`${place}/bin`)).includes('python')) return `${place}/bin/python`;
  }
  return 'python3';
}

async function usesFlutter(folder: ProjectFolder): Promise<boolean> {
  return /^\s+sdk:\s*["']?flutter\b/m.test(await folder.read('pubspec.yaml'));
}

async function hasMakeTest(folder: ProjectFolder): Promise<boolean> {
  for (const name of ['GNUmakefile', 'makefile', 'Makefile']) {
    if (folder.names.has(name)) return /^test[ \t]*::?(?!=)/m.test(await folder.read(name));
  }
  return false;
}
