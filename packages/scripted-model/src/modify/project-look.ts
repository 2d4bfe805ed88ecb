import type { Conversation } from '../conversation/conversation.ts';
import { readLines } from '../conversation/read-result.ts';
import { isRecord } from '../conversation/wire.ts';
import { type Call, type Move, resultOf } from '../scenario/script.ts';
import { isTestFile, pickSource, pickTest } from './pick-files.ts';

/** What the agent has seen of a project. */
export interface ProjectLook {
  /** As the project calls itself. */
  name: string;
  /** False when the list of files could not be had, as when a person does not allow the command. */
  listed: boolean;
  /** Up to some hundred files, as git lists them; without the list, those that were found by their usual names. */
  files: string[];
  /** How many there are. */
  count: number;
  language: 'javascript' | 'typescript' | 'python' | 'unknown';
  manifest: Record<string, unknown>;
  tests: string[];
  /** A test of the project, to write another one like it. */
  test?: LookedAt;
  /** A source of the project, for its style. */
  source?: LookedAt;
}

/** A file that was read. */
export interface LookedAt {
  path: string;
  lines: string[];
}

/** Files that tell of a project, at their usual places. */
const USUAL = ['README.md', 'package.json', 'pyproject.toml'];

const LIST: Call = {
  name: 'Bash',
  input: {
    command: 'git ls-files | head -n 400; echo "files: $(git ls-files | wc -l)"',
    description: 'List the files of the project',
  },
};

/**
 * How the agent looks at a project: its list of files, then the few that tell most. `look` is there once both have been
 * seen in this conversation, in whatever phase.
 */
export function lookAtProject(
  conversation: Conversation,
  says: Record<'list' | 'files' | 'unlisted', string>,
): { moves: Move[]; look?: ProjectLook } {
  const list: Move = { say: says.list, calls: [LIST], from: 0 };
  const listed = resultOf(LIST, conversation, 0);
  if (listed === undefined) return { moves: [list] };
  const known = listed.isError ? { files: USUAL, count: 0 } : filesIn(listed.text);
  const test = pickTest(known.files);
  const source = pickSource(known.files, test);
  const wanted = USUAL.filter((path) => known.files.includes(path));
  const reads = [...wanted, ...[source, test].filter((path) => path !== undefined)].map(readCall);
  const moves = [list, { say: listed.isError ? says.unlisted : says.files, calls: reads, from: 0 }];
  const seen = (path: string): string[] | undefined => {
    const result = resultOf(readCall(path), conversation, 0);
    return result && (result.isError ? [] : readLines(result.text));
  };
  const isThere = (path: string): boolean => resultOf(readCall(path), conversation, 0)?.isError === false;
  const read = new Map(
    reads.map(({ input }) => [String(input['file_path']), seen(String(input['file_path']))]),
  );
  if ([...read.values()].includes(undefined)) return { moves };
  const files = listed.isError ? USUAL.filter(isThere) : known.files;
  const manifest = parse(read.get('package.json') ?? []);
  return {
    moves,
    look: {
      listed: !listed.isError,
      name: nameOf(manifest, read.get('README.md') ?? []),
      files,
      count: known.count,
      language: languageOf(files, test ?? source),
      manifest,
      tests: files.filter(isTestFile),
      ...looked('test', test, read),
      ...looked('source', source, read),
    },
  };
}

function looked(key: 'test' | 'source', path: string | undefined, read: Map<string, string[] | undefined>) {
  return path === undefined ? {} : { [key]: { path, lines: read.get(path) ?? [] } };
}

function readCall(path: string): Call {
  return { name: 'Read', input: { file_path: path } };
}

function filesIn(printed: string): { files: string[]; count: number } {
  const lines = printed.split('\n').map((line) => line.trim());
  const count = /^files: +(\d+)$/m.exec(printed)?.[1];
  const files = lines.filter((line) => line !== '' && !/^files: |^Exit code |^"/.test(line));
  return { files, count: count === undefined ? files.length : Number(count) };
}

function parse(lines: string[]): Record<string, unknown> {
  try {
    const manifest: unknown = JSON.parse(lines.join('\n'));
    return isRecord(manifest) ? manifest : {};
  } catch {
    return {};
  }
}

function nameOf(manifest: Record<string, unknown>, readme: string[]): string {
  const heading = readme
    .find((line) => line.startsWith('# '))
    ?.slice(2)
    .replace(/[`<>[\]]/g, '')
    .trim();
  return typeof manifest['name'] === 'string' ? manifest['name'] : (heading ?? 'project');
}

function languageOf(files: string[], telling: string | undefined): ProjectLook['language'] {
  if (telling !== undefined && /\.[cm]?tsx?$/.test(telling)) return 'typescript';
  if (telling !== undefined && /\.[cm]?jsx?$/.test(telling)) return 'javascript';
  if (telling?.endsWith('.py')) return 'python';
  return files.includes('package.json') ? 'javascript' : 'unknown';
}
