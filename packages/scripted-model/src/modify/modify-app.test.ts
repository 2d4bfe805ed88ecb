import { execFileSync, spawnSync } from 'node:child_process';
import { afterEach, describe, expect, test } from 'vitest';
import { demoScenario } from '../demo/demo-scenario.ts';
import { remark } from '../testing/phase-prompts.ts';
import { createPlayer, type Player, REFUSAL } from '../testing/player.ts';
import { writeFiles } from '../testing/write-files.ts';

const FOLDER = 'docs/changes/task_1';
const PHASES = [
  { name: 'Analysis', documents: ['01_structure', '02_impact'] },
  { name: 'Planning', documents: ['03_change_plan', '04_test_plan'] },
  { name: 'Implementation', documents: [] },
  { name: 'Testing', documents: ['05_test_report'] },
];

interface Task {
  title: string;
  prompt: string;
  language: 'en' | 'ko';
}
const search: Task = { title: 'Search', prompt: 'Search in names, whatever the case', language: 'en' };

function promptOf(phase: number, { title, prompt, language }: Task, more: string[] = []): string {
  const { name, documents } = PHASES[phase - 1] ?? { name: '', documents: [] };
  return [
    `Phase ${phase} (${name})`,
    ...more.slice(0, 1),
    `Language: ${language}`,
    `<task_title>\n${title}\n</task_title>\n<task_prompt>\n${prompt}\n</task_prompt>`,
    ...documents.map((document, index) => `- ${phase}.${index + 1} Step → ${FOLDER}/${document}.md`),
    ...more.slice(1),
  ].join('\n');
}

const hasPython = spawnSync('python3', ['--version']).status === 0;

let player: Player;
afterEach(() => player.remove());

type Refuses = NonNullable<Parameters<typeof createPlayer>[3]>;

async function open(files: Record<string, string>, refuses: Refuses = () => false): Promise<void> {
  player = await createPlayer(demoScenario(), [], undefined, refuses);
  await writeFiles(player.folder, files);
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('-c', 'user.name=t', '-c', 'user.email=t@t', 'commit', '-qm', 'first');
}
const git = (...args: string[]) => execFileSync('git', args, { cwd: player.folder, encoding: 'utf8' });
const changed = () =>
  git('status', '--short', '-uall')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.slice(3))
    .filter((path) => !path.startsWith(FOLDER));

async function playAll(task: Task): Promise<string> {
  for (const phase of [1, 2, 3, 4]) {
    const turn = await player.say(promptOf(phase, task));
    expect(turn.text).toContain(`=== PHASE ${phase} COMPLETE ===`);
  }
  for (const document of PHASES.flatMap(({ documents }) => documents)) {
    const text = await player.read(`${FOLDER}/${document}.md`);
    expect(text.replace(/[|*_`#>-]|\s+/g, ' ').replace(/ +/g, ' ').length, document).toBeGreaterThan(520);
    expect(text, document).not.toMatch(/undefined|\bTODO\b|\bTBD\b/);
    expect(text.split('\n\n\n'), document).toHaveLength(1);
  }
  return player.read(`${FOLDER}/05_test_report.md`);
}

const SOURCE = 'export function greet(name) {\n  return `Hello, ${name}`;\n}\n';
const TEST =
  "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { greet } from '../src/greet.js';\n\ntest('greets', () => {\n  assert.equal(greet('you'), 'Hello, you');\n});\n";
const manifest = (script?: string) =>
  JSON.stringify({ name: 'greeter', type: 'module', scripts: script ? { test: script } : {} });

describe('a change of', () => {
  test('a module with node:test: the new test runs with the others, nothing else is touched', async () => {
    await open({
      'package.json': manifest('node --test'),
      'src/greet.js': SOURCE,
      'test/greet.test.js': TEST,
      'README.md': '# Greeter\n',
    });
    const report = await playAll(search);
    expect(changed()).toEqual(['src/matches-words.js', 'test/matches-words.test.js']);
    expect(report).toContain('| `npm test` | 0 |');
    expect(report).toMatch(/^[#ℹ] pass 4$/m);
  });

  test('a CommonJS project with one test script, tabs and no semicolons, in Korean', async () => {
    await open({
      'package.json': JSON.stringify({ name: 'old', scripts: { test: 'node test.js' } }),
      'index.js': "'use strict'\n\nmodule.exports = function add (a, b) {\n\treturn a + b\n}\n",
      'test.js':
        "'use strict'\nconst assert = require('assert')\nconst add = require('./')\n\nassert.equal(add(1, 2), 3)\nconsole.log('ok')\n",
    });
    const report = await playAll({ title: '날짜', prompt: '날짜를 보기 좋게 적어 주세요', language: 'ko' });
    expect(changed().toSorted()).toEqual(['format-day.js', 'format-day.test.js', 'test.js']);
    expect(await player.read('format-day.js')).toMatch(
      /^'use strict'\n\n\/\*\* .*\n(?:.*\n)*\treturn .*[^;]\n\}/,
    );
    expect(await player.read('test.js')).toContain("require('./format-day.test.js')\n");
    expect(report).toContain('| `npm test` | 0 |');
    execFileSync('npm', ['test'], {
      cwd: player.folder,
      env: { PATH: process.env['PATH'], HOME: player.folder },
    });
  });

  test('a TypeScript project with vitest follows its way to import', async () => {
    await open({
      'package.json': manifest('vitest run'),
      'src/greet.ts': SOURCE.replace('name', 'name: string').replaceAll("'", '"'),
      'src/greet.spec.ts':
        'import { expect, test } from "vitest";\nimport { greet } from "./greet";\n\ntest("greets", () => {\n  expect(greet("you")).toBe("Hello, you");\n});\n',
    });
    await player.say(promptOf(1, search));
    await player.say(promptOf(3, search), ({ input }) => String(input['file_path']).endsWith('.spec.ts'));
    expect(await player.read('src/matches-words.ts')).toContain('(text: string, query: string): boolean {');
    expect(await player.read('src/matches-words.spec.ts')).toContain(
      'import { expect, test } from "vitest";\nimport { matchesWords } from "./matches-words";\n',
    );
  });

  test.skipIf(!hasPython)('a Python project', async () => {
    await open({
      'app/greet.py': 'def greet(name):\n    return name\n',
      'tests/test_greet.py': 'from app.greet import greet\n',
    });
    await player.say(promptOf(1, search));
    const turn = await player.say(promptOf(3, search));
    expect(turn.calls.map(({ input }) => input['command'])).toContain('python3 -m pytest -q');
    expect(changed()).toEqual(['app/matches_words.py', 'tests/test_matches_words.py']);
    const tests = await player.read('tests/test_matches_words.py');
    const calls = [...tests.matchAll(/^def (\w+)/gm)].map((match) => `${match[1]}()`).join('; ');
    execFileSync(
      'python3',
      [
        '-c',
        `import sys; sys.path[0] = '.'; sys.dont_write_bytecode = True; from tests.test_matches_words import *; ${calls}`,
      ],
      { cwd: player.folder },
    );
  });

  test('a folder without code', async () => {
    await open({ 'notes/one.txt': 'one\n' });
    const report = await playAll({ title: 'Tidy', prompt: 'Make it `nicer` | “now”', language: 'en' });
    expect(changed()).toEqual(['docs/slugify.md']);
    expect(report).toContain('No tests were run here');
    const turn = await player.another().say(promptOf(3, search));
    expect(turn.text.indexOf('=== STEP 3.1 COMPLETE')).toBeLessThan(
      turn.text.indexOf('=== STEP 3.2 COMPLETE'),
    );
    expect(turn.text).toMatch(/=== STEP 3\.1 COMPLETE[\s\S]*=== STEP 3\.2 COMPLETE/);
    expect(turn.calls.map(({ input }) => input['description'])).not.toContain(
      'I run the tests of the project.',
    );
  });

  test('a project whose tests fail is reported as it is', async () => {
    await open({
      'package.json': manifest('node --test'),
      'test/bad.test.js': TEST.replace('../src/greet.js', '../src/none.js'),
    });
    const report = await playAll(search);
    expect(report).toContain('| `npm test` | 1 |');
    expect(report).toContain('did not end as it should');
  });
});

describe('what a person does not allow', () => {
  const farewell: Task = { title: 'Farewell', prompt: 'Add a farewell function.', language: 'en' };
  const files = {
    'package.json': manifest('node --test'),
    'src/greet.js': SOURCE,
    'src/farewell.js': 'export const taken = true;\n',
    'test/greet.test.js': TEST,
  };
  const isList = (command: unknown) => String(command).startsWith('git ls-files');

  test.each(['en', 'ko'] as const)(
    'the list of files: it says so and invents nothing (%s)',
    async (language) => {
      await open(files, ({ input }) => isList(input['command']));
      const task: Task = { ...farewell, language };
      await player.say(promptOf(1, task));
      const again = await player.say(promptOf(2, task));
      expect(again.calls.filter(({ input }) => isList(input['command']))).toEqual([]);
      const report = await playAll(task);
      const structure = await player.read(`${FOLDER}/01_structure.md`);
      expect(structure).toMatch(/not allowed to list the files|허락되지 않/);
      expect(structure).not.toMatch(/No test file was found|\d files|\d+개/);
      expect(report).toContain('| `npm test` | 0 |');
      expect(changed()).toEqual(['src/extra-farewell.js', 'test/extra-farewell.test.js']);
      expect(await player.read('src/extra-farewell.js')).toContain('function farewell(name)');
    },
  );

  test('the tests: the report claims nothing of them', async () => {
    await open(files, ({ input }) => input['command'] === 'npm test');
    for (const phase of [1, 2, 3]) await player.say(promptOf(phase, farewell));
    expect((await player.say(promptOf(4, farewell))).text).not.toContain('STEP 4.1 COMPLETE');
    const report = await playAll(farewell);
    expect(report).toContain('The tests were not run here: a person did not allow the command.');
    expect(report).toContain('Run the command before merging');
    expect(report).toContain(REFUSAL);
  });

  test('the change itself: it is not claimed', async () => {
    await open(files, ({ input }) => String(input['file_path']).includes('/src/'));
    for (const phase of [1, 2]) await player.say(promptOf(phase, farewell));
    expect((await player.say(promptOf(3, farewell))).text).not.toContain('STEP 3.1 COMPLETE');
    await player.say(promptOf(4, farewell));
    expect(await player.read(`${FOLDER}/05_test_report.md`)).toContain(
      'Not written, because a person did not allow it: `src/extra-farewell.js`',
    );
  });
});

test('a change goes on after a kill, writes nothing twice, and answers a review', async () => {
  await open({ 'package.json': manifest('node --test'), 'src/greet.js': SOURCE, 'test/greet.test.js': TEST });
  await player.say(promptOf(1, search), ({ input }) =>
    String(input['file_path']).endsWith('01_structure.md'),
  );
  const rest = await player.say(promptOf(1, search));
  expect(rest.calls.map(({ input }) => String(input['file_path']).split('/').at(-1))).toEqual([
    '02_impact.md',
  ]);
  await player.say(promptOf(3, search));
  const path = 'src/matches-words.js';
  const lines = (await player.read(path)).split('\n');
  const reason = remark('feedback_1', 'change requested', 'line 2', {
    path,
    excerpt: lines[1] ?? '',
    body: 'Say why.',
  });
  const turn = await player.say(promptOf(3, search, ['Rework', reason]));
  expect(turn.text).toContain('=== PHASE 3 COMPLETE ===');
  expect((await player.read(path)).split('\n')[1]).toBe('// Revised after review: Say why.');
});
