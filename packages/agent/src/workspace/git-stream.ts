import { parse } from 'node:path';
import { endGit, spawnGit, startError } from './git.ts';
import { join } from 'node:path';

/** A workspace, and where git is looked for. */
export interface WorkspacePlace {
  readonly workspacePath: string;
  readonly PATH: string | undefined;
}

/** Git could not read what was asked for; the message has git's words. */
export class GitReadError extends Error {
  constructor(command: string, exitCode: number | null, stderr: string) {
    super(`git ${command} failed (${exitCode ?? 'ended'}): ${stderr.trim().slice(0, 2000)}`);
    this.name = 'GitReadError';
  }
}

const TIMEOUT_MS = 120_000;
const MAX_STDERR = 16 * 1024;

/**
 * What git says about the history of a workspace, as it comes. The files that are checked out play no part, nor do
 * attributes in them. Ends git when the reader stops early.
 * @param pathspecs `literal`: paths are only that; `magic`: what begins with a colon means more.
 * @throws GitReadError when git fails; GitMissingError
 */
export async function* streamGit(
  place: WorkspacePlace,
  args: readonly string[],
  pathspecs: 'literal' | 'magic' = 'literal',
): AsyncGenerator<Buffer, void> {
  const literal = pathspecs === 'literal' ? ['--literal-pathspecs'] : [];
  const child = spawnGit(['--bare', ...literal, ...args], place.PATH, {
    // A workspace that is gone must not look like a git that is missing.
    cwd: parse(place.workspacePath).root,
    env: { GIT_DIR: join(place.workspacePath, '.git'), GIT_ATTR_NOSYSTEM: '1' },
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (stderr.length < MAX_STDERR) stderr += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => reject(startError(error, place.PATH)));
    child.once('close', resolve);
  });
  // It is awaited below; a failure before that is no unhandled one.
  ended.catch(() => undefined);
  const timer = setTimeout(() => endGit(child), TIMEOUT_MS);
  try {
    for await (const chunk of child.stdout) yield chunk as Buffer;
    const exitCode = await ended;
    if (exitCode !== 0) throw new GitReadError(args[0] ?? '', exitCode, stderr);
  } finally {
    clearTimeout(timer);
    endGit(child);
  }
}

/** The first bytes of what git says, at most `limit`, and whether there is more. @throws as `streamGit` */
export async function readGit(
  place: WorkspacePlace,
  args: readonly string[],
  limit: number,
): Promise<{ readonly bytes: Buffer; readonly truncated: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of streamGit(place, args)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) break;
  }
  const all = Buffer.concat(chunks);
  return { bytes: all.subarray(0, limit), truncated: all.length > limit };
}
