import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { detectTestCommand } from './detect-test-command.ts';
import { runProjectTests } from './run-project-tests.ts';

let workspace = '';
let env: Record<string, string>;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'ccs-verify-'));
  const home = join(workspace, '.home');
  await mkdir(home);
  env = { PATH: process.env['PATH'] ?? '', HOME: home, npm_config_update_notifier: 'false' };
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(workspace, path)), { recursive: true });
  await writeFile(join(workspace, path), content);
}

function manifest(testScript: string): string {
  return JSON.stringify({ name: 'x', scripts: { test: testScript } });
}

test('a project whose tests pass', async () => {
  await put('package.json', manifest('node --test'));
  await put('x.test.js', `require('node:test')('adds', () => { if (1 + 1 !== 2) throw 1; });`);
  const result = await runProjectTests(workspace, { timeoutMs: 60_000, env });
  expect(result).toMatchObject({ command: 'npm test', exitCode: 0, passed: true, timedOut: false });
  expect(result.command !== null && result.outputTail).toContain('adds');
});

test('a project whose tests fail, in a folder below, without the server’s environment', async () => {
  await put(
    'app/package.json',
    manifest(`node -e "console.log('secret', process.env.VITEST); process.exit(3)"`),
  );
  const result = await runProjectTests(workspace, { timeoutMs: 60_000, env });
  expect(result).toMatchObject({ command: 'npm test (in app)', exitCode: 3, passed: false });
  expect(result.command !== null && result.outputTail).toContain('secret undefined');
});

test('tests that hang, and leave a server, are ended; output is bounded', async () => {
  await put(
    'package.json',
    manifest(`node -e "console.log('y'.repeat(300000)); setInterval(() => {}, 1000)"`),
  );
  const result = await runProjectTests(workspace, { timeoutMs: 2_000, env });
  expect(result).toMatchObject({ exitCode: null, passed: false, timedOut: true });
  expect(result.command !== null && result.outputTail.length).toBe(64 * 1024);
});

test('a process that hides from the platform does not hold it up', async () => {
  await put('Makefile', 'test:\n\t@env -i sleep 30 & echo $$! > pid\n');
  const started = performance.now();
  const result = await runProjectTests(workspace, { timeoutMs: 20_000, env });
  expect(result).toMatchObject({ command: 'make test', passed: true });
  expect(performance.now() - started).toBeLessThan(20_000);
  const pid = Number(await readFile(join(workspace, 'pid'), 'utf8'));
  expect(pid).toBeGreaterThan(1);
  process.kill(pid, 'SIGKILL');
});

test('a program that is not installed is named, and is no exception', async () => {
  await put('go.mod', 'module x');
  const result = await runProjectTests(workspace, { timeoutMs: 5_000, env: { PATH: workspace } });
  expect(result).toMatchObject({
    command: 'go test ./...',
    exitCode: null,
    passed: false,
    missingProgram: 'go',
  });
});

test('a project’s own wrapper runs in its folder', async () => {
  await put('app/gradlew', '#!/bin/sh\necho "tested $1"\n');
  await chmod(join(workspace, 'app/gradlew'), 0o755);
  const result = await runProjectTests(workspace, { timeoutMs: 10_000, env });
  expect(result).toMatchObject({
    command: './gradlew test (in app)',
    passed: true,
    missingProgram: null,
    outputTail: 'tested test\n',
  });
});

test.each<[string, Record<string, string>, string | null]>([
  ['nothing', {}, null],
  ['the script of npm init', { 'package.json': manifest('echo "Error: no test specified" && exit 1') }, null],
  ['broken JSON', { 'package.json': '{' }, null],
  ['pytest', { 'tests/test_a.py': '' }, 'python3 -m pytest -q'],
  ['pytest in .venv', { 'pytest.ini': '', '.venv/bin/python': '' }, '.venv/bin/python -m pytest -q'],
  ['pytest in venv', { 'conftest.py': '', 'venv/bin/python': '' }, 'venv/bin/python -m pytest -q'],
  ['cargo', { 'Cargo.toml': '' }, 'cargo test'],
  ['npm before all else', { 'package.json': manifest('x'), 'pom.xml': '', Makefile: 'test:' }, 'npm test'],
  ['Maven', { 'pom.xml': '' }, 'mvn -q test'],
  ['Gradle wrapper', { gradlew: '', 'build.gradle': '' }, './gradlew test'],
  ['Gradle', { 'build.gradle.kts': '' }, 'gradle test'],
  ['Composer', { 'composer.json': '{"scripts":{"test":["phpunit"]}}' }, 'composer test'],
  ['Composer without tests', { 'composer.json': '{"scripts":{"start":"php"}}' }, null],
  ['RSpec', { Gemfile: '', 'spec/a_spec.rb': '', Rakefile: '' }, 'bundle exec rspec'],
  ['Rake', { Gemfile: '', Rakefile: '' }, 'bundle exec rake test'],
  ['Dart', { 'pubspec.yaml': 'name: x\n' }, 'dart test'],
  ['Flutter', { 'pubspec.yaml': 'dependencies:\n  flutter:\n    sdk: flutter\n' }, 'flutter test'],
  ['.NET solution', { 'App.sln': '' }, 'dotnet test'],
  ['.NET project', { 'App.csproj': '' }, 'dotnet test'],
  ['Swift', { 'Package.swift': '' }, 'swift test'],
  ['make', { Makefile: 'all: x\n\ntest: all\n\t./run\n' }, 'make test'],
  ['make without tests', { Makefile: 'tests_dir := x\ntest := 1\ntest:= 2\n' }, null],
  [
    'CMake',
    { 'CMakeLists.txt': '', 'build/CTestTestfile.cmake': '' },
    'ctest --test-dir build --output-on-failure',
  ],
  ['CMake that was not built', { 'CMakeLists.txt': '' }, null],
  ['Deno', { 'deno.jsonc': '{}' }, 'deno test'],
  ['dependencies are not the project', { 'node_modules/x/package.json': manifest('x') }, null],
])('detects: %s', async (_, files, expected) => {
  for (const [path, content] of Object.entries(files)) await put(path, content);
  const found = await detectTestCommand(workspace);
  expect(found && [found.program, ...found.args].join(' ')).toBe(expected);
});
