/** Why a file of a person is not stored; the codes are stable. */
export const UPLOAD_REFUSALS = {
  empty: 'The path is empty.',
  absolute: 'The path must be relative to the workspace.',
  traversal: 'The path leads through "." or "..", or looks as if it did.',
  backslash: 'Folders are separated by "/".',
  control_character: 'The path has characters that cannot be seen.',
  encoded: 'The path has dots or slashes written as %2e or %2f.',
  git_folder: 'The path leads into a .git folder.',
  name_too_long: 'A name in the path is longer than 255 bytes.',
  outside: 'A link on the path leads out of the workspace.',
  symlink: 'There is a link at that path.',
  not_a_file: 'There is a folder, or something else that is no file, at that path.',
  not_a_folder: 'Something on the path is no folder.',
  no_workspace: 'The workspace is not there yet.',
} as const;
export type UploadRefusal = keyof typeof UPLOAD_REFUSALS;

/** A file of a person was not stored, and nothing changed. */
export class UploadRefusedError extends Error {
  readonly code: UploadRefusal;

  constructor(code: UploadRefusal) {
    super(UPLOAD_REFUSALS[code]);
    this.name = 'UploadRefusedError';
    this.code = code;
  }
}

const MAX_NAME_BYTES = 255;
/** Control characters, line and paragraph separators, marks that turn the direction of text, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** Also encoded more than once. */
const ENCODED = /%(25)*(2e|2f|5c|00)/i;
/** Characters that some file systems leave out when they compare names. */
const IGNORED = /[\u00ad\u200b-\u200f\u2060-\u206f\ufeff]|\p{Variation_Selector}/gu;

/**
 * Why a path inside a workspace must not be written to, judged by its text alone; null when it may. Names that one file
 * system or another takes for `..` or `.git` count as such everywhere.
 */
export function uploadPathProblem(path: string): UploadRefusal | null {
  if (path === '') return 'empty';
  if (UNSEEN.test(path)) return 'control_character';
  if (/^[/~]|^\p{L}:/u.test(path)) return 'absolute';
  if (path.includes('\\')) return 'backslash';
  if (ENCODED.test(path)) return 'encoded';
  for (const name of path.split('/')) {
    const plain = plainName(name);
    if (plain === '' || /[/\\]/.test(plain)) return 'traversal';
    if (isGitFolder(plain)) return 'git_folder';
    if (Buffer.byteLength(name) > MAX_NAME_BYTES) return 'name_too_long';
  }
  return null;
}

/** Whether a name, as it is on disk, is that of a repository's own folder. */
export const isGitName = (name: string): boolean => isGitFolder(plainName(name));

/** The name as the most careless file system sees it. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(IGNORED, '')
    .toLowerCase()
    .replace(/[. ]+$/, '');

const isGitFolder = (plain: string): boolean => /^(\.git|git~\d+)[. ]*(:|$)/.test(plain);

/**
 * Where the file goes that an agent asked for: to the path that the request names, if it is one with an extension;
 * else into `uploads/` under its own name. What comes out may still be refused.
 */
export function uploadTarget(dependencyName: string, fileName: string): string {
  const isPath = /[^/.][^/]*\.[^/.\s]+$/.test(dependencyName) && uploadPathProblem(dependencyName) === null;
  if (isPath) return dependencyName;
  // Some browsers send the whole path of the person's machine.
  return `uploads/${fileName.split(/[/\\]/).at(-1) || 'file'}`;
}
