import type { VerifyRun } from '@ccs/core/ports/agent-runner';
import type { Redact } from '../../executor/redactor.ts';
import { GitReadError, streamGit } from '../../workspace/git-stream.ts';
import { sourceBase } from '../../workspace/source/base-commit.ts';
import type { CheckContext } from './check.ts';

/** A commit of the task that added a secret to a file. */
export interface Leak {
  /** The first seven digits. */
  readonly commit: string;
  readonly path: string;
}

/** What the task's own commits added that it should not have. */
export interface LeakSearch {
  readonly leaks: readonly Leak[];
  /** The commit that the task started from, in full; null when it started empty. */
  readonly base: string | null;
}

export const NO_LEAKS: LeakSearch = { leaks: [], base: null };

/** What a commit says of itself, so that nothing in a file looks like it. */
const COMMIT_MARK = '\0';
const LOG = [
  '-c',
  'core.quotePath=false',
  '-c',
  'log.showRoot=true',
  '-c',
  'log.showSignature=false',
  'log',
  '-p',
  '-m',
  '-U0',
  '--text',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--no-notes',
  '--no-decorate',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--format=%x00%H',
];
/** The newest commits come first; what is older than this much is not read. */
const MAX_CHARACTERS = 64 * 1024 * 1024;
const PART = 1024 * 1024;
/** Of one part for the next, so that no secret is lost between them. */
const OVERLAP = 64 * 1024;

/**
 * Looks through everything that the commits of a task added, also what later ones removed again: it would leave the machine
 * with the branch. When git cannot tell, nothing is found.
 */
export async function secretsInCommits(
  { workspacePath }: Pick<VerifyRun, 'workspacePath'>,
  redact: Redact,
  { path, signal }: Pick<CheckContext, 'path' | 'signal'>,
  enough: number,
): Promise<LeakSearch> {
  const base = await sourceBase(workspacePath, path).catch(() => null);
  const range = base === null ? ['HEAD'] : [`${base}..HEAD`];
  const leaks = new Map<string, Leak>();
  try {
    const place = { workspacePath, PATH: path };
    for await (const { commit, file, text } of additions(streamGit(place, [...LOG, ...range, '--']))) {
      if (signal.aborted || leaks.size >= enough) break;
      if (redact(text) !== text) leaks.set(`${commit} ${file}`, { commit: commit.slice(0, 7), path: file });
    }
  } catch (error) {
    if (!(error instanceof GitReadError)) throw error;
  }
  return { leaks: [...leaks.values()], base };
}

interface Addition {
  readonly commit: string;
  readonly file: string;
  readonly text: string;
}

/** What each commit added to each file, in parts of about a million characters. */
async function* additions(output: AsyncIterable<Buffer>): AsyncGenerator<Addition> {
  let commit = '';
  let file = '';
  let added: string[] = [];
  let size = 0;
  // Lines of the present hunk that are still to come: only they are content.
  let removing = 0;
  let adding = 0;
  const take = (rest = ''): Addition => {
    const text = added.join('\n');
    added = rest === '' ? [] : [text.slice(-OVERLAP)];
    size = 0;
    return { commit, file, text };
  };
  for await (const line of lines(output)) {
    if (adding > 0 && line.startsWith('+')) {
      adding -= 1;
      added.push(line.slice(1));
      size += line.length;
      if (size > PART) yield take('go on');
    } else if (removing > 0 && line.startsWith('-')) removing -= 1;
    else if (line.startsWith('@@ ')) {
      const [, removed = '1', more = '1'] = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line) ?? [];
      removing = Number(removed);
      adding = Number(more);
    } else if (line.startsWith('diff --git ') || line.startsWith(COMMIT_MARK)) {
      if (added.length > 0) yield take();
      if (line.startsWith(COMMIT_MARK)) commit = line.slice(COMMIT_MARK.length);
    } else if (line.startsWith('+++ ')) file = fileName(line.slice('+++ '.length));
  }
  if (added.length > 0) yield take();
}

/** `b/src/a.ts`; in quotes when it has unusual characters; with a tab at its end when it has spaces. */
function fileName(written: string): string {
  const name = written.replace(/\t$/, '');
  const plain = name.startsWith('"') ? name.slice(1, -1).replace(/\\(["\\])/g, '$1') : name;
  return plain.replace(/^b\//, '');
}

async function* lines(output: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending = '';
  let total = 0;
  for await (const chunk of output) {
    total += chunk.length;
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    parts[0] = pending + (parts[0] ?? '');
    pending = parts.pop() ?? '';
    yield* parts;
    if (total > MAX_CHARACTERS) return;
  }
  yield pending;
}
