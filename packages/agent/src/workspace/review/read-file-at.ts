import { readGit, type WorkspacePlace } from '../git-stream.ts';
import { requireCommit, requirePath } from './revision.ts';

/** A file as it was in a commit. */
export interface FileAt {
  /** Its text; what a link points to for a link; null when it is not UTF-8 text. */
  readonly content: string | null;
  readonly binary: boolean;
  readonly sizeBytes: number;
  /** There is more than the 2 MiB that `content` holds. */
  readonly truncated: boolean;
}

const MAX_CONTENT_BYTES = 2 * 1024 * 1024;
const MAX_LISTING_BYTES = 64 * 1024;
/** `100644 blob <name>     <size>\t<path>`; folders and other repositories' commits have no size. */
const ENTRY = /^\d+ blob ([0-9a-f]+) +(\d+)\t([\s\S]+)$/;

/**
 * A file of a commit, whatever the working folder holds by now; null when the commit has no such file.
 * @throws RevisionError; GitReadError when there is no such commit
 */
export async function readFileAt(
  place: WorkspacePlace,
  commit: string,
  path: string,
): Promise<FileAt | null> {
  const listing = ['ls-tree', '-z', '-l', '--full-tree', requireCommit(commit), '--', requirePath(path)];
  const { bytes } = await readGit(place, listing, MAX_LISTING_BYTES);
  const [, blob, size] = ENTRY.exec(bytes.toString().split('\0')[0] ?? '') ?? [];
  if (blob === undefined) return null;
  const { bytes: content, truncated } = await readGit(place, ['cat-file', 'blob', blob], MAX_CONTENT_BYTES);
  const text = decodeText(content, truncated);
  return { content: text, binary: text === null, sizeBytes: Number(size), truncated };
}

/** UTF-8 text, or null when the bytes are something else. A cut at the end may split a character. */
function decodeText(bytes: Buffer, truncated: boolean): string | null {
  if (bytes.includes(0)) return null;
  for (let cut = 0; cut <= (truncated ? 3 : 0); cut += 1) {
    try {
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      return decoder.decode(bytes.subarray(0, bytes.length - cut));
    } catch {
      // Try again without the last byte.
    }
  }
  return null;
}
