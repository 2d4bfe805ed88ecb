import type { WorkspacePlace } from '../git-stream.ts';

/** Where work went. */
export interface MergeResult {
  /** The branch, or the folder when it is no repository. */
  readonly into: string;
  /** The commit that merged it; for a plain folder the workspace's commit. */
  readonly commit: string;
  /** Nothing had to be done: it was there already, such as after a kill before the result was stored. */
  readonly already: boolean;
}

/** What a merge works on. */
export interface MergeWork extends WorkspacePlace {
  /** The commit the workspace started from. */
  readonly base: string;
  /** The commit to bring back. */
  readonly tip: string;
  /** A folder for what is needed meanwhile. */
  readonly staging: string;
}
