import { GitReadError, readGit, type WorkspacePlace } from '../git-stream.ts';

/** The newest commit of a workspace, in full; null while nothing is committed, or when it is not there. */
export async function headCommit(place: WorkspacePlace): Promise<string | null> {
  try {
    const { bytes } = await readGit(place, ['rev-parse', '-q', '--verify', 'HEAD^{commit}'], 128);
    return bytes.toString().trim();
  } catch (error) {
    if (error instanceof GitReadError) return null;
    throw error;
  }
}
