import { posix } from 'node:path';
import type { Call } from '../scenario/script.ts';
import { uniqueSpan } from '../scenario/unique-text.ts';
import { type CodeStyle, inStyle, readStyle } from './code-style.ts';
import { type Idea, ideaFor } from './ideas.ts';
import type { ProjectLook } from './project-look.ts';
import { type Runner, runnerOf, testLines, testScript } from './test-styles.ts';

/** The change that will be made to a project. */
export interface Change {
  idea: Idea;
  /** What is changed, by path. */
  code: { path: string; calls: Call[] };
  /** Its test; undefined where we know no way to write one. */
  test?: { path: string; calls: Call[] };
  runner: Runner | 'pytest' | undefined;
  /** How the tests are run; undefined when there are none. */
  command?: string;
  /** Packages that the tests need have to be installed first. */
  installs: boolean;
}

/** The smallest change that suits a request: a documented function with a test, in the project's own style. */
export function planChange(look: ProjectLook, request: string, language: 'en' | 'ko'): Change {
  const idea = ideaFor(request);
  if (look.language === 'unknown')
    return { ...notesOnly(look, idea, language), idea, runner: undefined, installs: false };
  return look.language === 'python' ? pythonChange(look, idea) : scriptChange(look, idea);
}

function scriptChange(look: ProjectLook, idea: Idea): Change {
  const { manifest, test, source, files } = look;
  const runner = runnerOf(look);
  const own = test?.lines ?? source?.lines ?? [];
  const extension = posix.extname(test?.path ?? source?.path ?? 'index.js').replace('x', '');
  const style = readStyle(own, manifest['type'] === 'module' || extension === '.mjs');
  const sourceStyle =
    source && posix.extname(source.path) === extension ? readStyle(source.lines, style.isModule) : style;
  const isTyped = extension.endsWith('ts');
  const folder = source === undefined ? 'src' : posix.dirname(source.path);
  const path = freeName(files, posix.join(folder, `${fileName(idea, source?.path)}${extension}`));
  const testPath = freeName(
    files,
    test ? besideTest(test.path, path) : `test/${posix.basename(path, extension)}.test${extension}`,
  );
  const from = wayTo(testPath, path, own);
  const code = inStyle(codeLines(idea, isTyped, sourceStyle), sourceStyle);
  const tests = inStyle(
    [...(style.strict ? ["'use strict';", ''] : []), ...testLines(idea, runner, style.isModule, from)],
    style,
  );
  const script = testScript(manifest);
  return {
    idea,
    runner,
    code: { path, calls: [write(path, code)] },
    test: { path: testPath, calls: [write(testPath, tests), ...joinScript(runner, look, testPath, style)] },
    command: script === '' ? `node --test ${testPath}` : 'npm test',
    installs: ['dependencies', 'devDependencies'].some((key) => Object.keys(manifest[key] ?? {}).length > 0),
  };
}

function codeLines(idea: Idea, isTyped: boolean, { isModule, strict }: CodeStyle): string[] {
  const parameters = idea.parameters
    .map(({ name, type }) => (isTyped ? `${name}: ${type}` : name))
    .join(', ');
  const returns = isTyped ? `: ${idea.returns}` : '';
  const body = idea.body.map(
    (line) => `  ${isTyped ? line.replace('(number) =>', '(number: number) =>') : line}`,
  );
  const head = `${isModule ? 'export ' : ''}function ${idea.name}(${parameters})${returns} {`;
  return [
    ...(strict ? ["'use strict';", ''] : []),
    `/** ${idea.doc} */`,
    head,
    ...body,
    '}',
    ...(isModule ? [] : ['', `module.exports = { ${idea.name} };`]),
  ];
}

/** A project whose tests are one script runs a new one only when that script brings it in. */
function joinScript(runner: Runner, { test }: ProjectLook, path: string, style: CodeStyle): Call[] {
  if (runner !== 'plain' || !test) return [];
  const from = `./${posix.relative(posix.dirname(test.path), path)}`;
  const line = inStyle([style.isModule ? `await import('${from}');` : `require('${from}');`], style);
  const last = test.lines.findLastIndex((each) => each.trim() !== '');
  const { from: first, to } = uniqueSpan(test.lines, { from: last, to: last });
  const old = test.lines.slice(first, to + 1).join('\n');
  const input = { file_path: test.path, old_string: old, new_string: `${old}\n${line}` };
  return [{ name: 'Edit', input }];
}

function pythonChange(look: ProjectLook, idea: Idea): Change {
  const { test, source, files } = look;
  const { name, imports, body } = idea.python;
  const folder = source === undefined ? '.' : posix.dirname(source.path);
  const path = freeName(files, posix.join(folder, `${name}.py`));
  const testPath = freeName(files, posix.join(test ? posix.dirname(test.path) : 'tests', `test_${name}.py`));
  const dotted = path
    .replace(/^src\//, '')
    .replace(/\.py$/, '')
    .replaceAll('/', '.');
  const parameters = idea.parameters.map((parameter) => parameter.name).join(', ');
  const code = [
    ...imports,
    ...(imports.length > 0 ? ['', ''] : []),
    `def ${name}(${parameters}):`,
    `    """${idea.doc}"""`,
    ...body.map((line) => `    ${line}`),
  ];
  const cases = idea.cases.flatMap(({ title, python: [call, gives] }) => [
    '',
    '',
    `def test_${title.replace(/\W+/g, '_')}():`,
    `    assert ${call} == ${gives}`,
  ]);
  const needs = cases.some((line) => line.includes('datetime.')) ? ['import datetime', ''] : [];
  return {
    idea,
    runner: 'pytest',
    code: { path, calls: [write(path, code.join('\n'))] },
    test: {
      path: testPath,
      calls: [write(testPath, [...needs, `from ${dotted} import ${name}`, ...cases].join('\n'))],
    },
    command: 'python3 -m pytest -q',
    installs: false,
  };
}

const NOTES = {
  en: (what: string) =>
    `# Idea for a helper\n\nA function that ${what}. It is described here, because this project holds no code in a language that this demo writes.`,
  ko: (what: string) =>
    `# 도우미 함수 제안\n\n${what}. 이 프로젝트에는 데모가 쓸 수 있는 언어의 코드가 없어 글로 남깁니다.`,
};

function notesOnly(
  { files }: ProjectLook,
  { name, what }: Idea,
  language: 'en' | 'ko',
): Pick<Change, 'code'> {
  const path = freeName(files, `docs/${name}.md`);
  return { code: { path, calls: [write(path, NOTES[language](what[language]))] } };
}

function write(path: string, text: string): Call {
  return { name: 'Write', input: { file_path: path, content: `${text}\n` } };
}

/** `matches-words` or `matchesWords`, as the project names its files. */
function fileName({ name }: Idea, like: string | undefined): string {
  const isCamel = like !== undefined && /[a-z][A-Z]/.test(posix.basename(like));
  return isCamel ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The name of another test beside one of the project: `test/one.test.js` → `test/slugify.test.js`. */
function besideTest(test: string, code: string): string {
  const extension = posix.extname(test);
  const ending = /\.(?:test|spec)\.\w+$/.exec(test)?.[0];
  const base = posix.basename(code, posix.extname(code));
  const inFolder = /(?:^|\/)(?:tests?|__tests__|spec)\//.test(test);
  const isSingle = ending === undefined && !inFolder;
  return posix.join(posix.dirname(test), `${base}${ending ?? (isSingle ? `.test${extension}` : extension)}`);
}

/** How a test imports the code, with or without the extension, as the project's own tests do. */
function wayTo(test: string, code: string, own: string[]): string {
  const way = posix.relative(posix.dirname(test), code);
  const relative = way.startsWith('.') ? way : `./${way}`;
  const example = /(?:from|require\(|import\()\s*['"](\.[^'"]*)['"]/.exec(own.join('\n'))?.[1];
  const extension = example === undefined ? posix.extname(code) : posix.extname(example);
  if (/^\.[cm]?js$/.test(extension)) return relative.replace(/\.(c|m)?ts$/, '.$1js');
  return /^\.[cm]?ts$/.test(extension) ? relative : relative.replace(/\.[cm]?[jt]s$/, '');
}

function freeName(files: string[], path: string): string {
  if (!files.includes(path)) return path;
  const { dir, name, ext } = posix.parse(path);
  return posix.join(dir, `extra-${name}${ext}`);
}
