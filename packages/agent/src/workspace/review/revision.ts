const COMMIT = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** A commit or path that is not one was asked for. `code` is stable. */
export class RevisionError extends Error {
  readonly code: 'commit_invalid' | 'path_invalid';

  constructor(code: RevisionError['code'], value: string) {
    super(`${code}: ${JSON.stringify(value.slice(0, 200))}`);
    this.name = 'RevisionError';
    this.code = code;
  }
}

/** @throws RevisionError when it is not the full name of a commit in hexadecimal */
export function requireCommit(commit: string): string {
  if (!COMMIT.test(commit)) throw new RevisionError('commit_invalid', commit);
  return commit;
}

/** @throws RevisionError when it is not a path inside a repository, relative and with `/` */
export function requirePath(path: string): string {
  const isInside =
    path !== '' &&
    !path.includes('\0') &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  if (!isInside) throw new RevisionError('path_invalid', path);
  return path;
}

/** What to compare with: the commit, or the tree without files, which git knows in every repository. */
export function treeOf(base: string | null, head: string): string {
  if (base !== null) return requireCommit(base);
  return head.length === 40
    ? '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
    : '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321';
}
