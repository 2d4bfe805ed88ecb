import type { WorkspacePlace } from '../git-stream.ts';

/** What a merge brings back, and as what. */
export interface MergeOptions {
  /** One commit in the task's name; else a merge commit with the whole history of the work. Not for plain folders. */
  readonly squash: boolean;
  /** A folder whose changes are left out, relative to the workspace; null: none is. */
  readonly without: string | null;
  /** Names the single commit, and says later that it is there. */
  readonly task: { readonly id: string; readonly title: string };
}

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
export interface MergeWork extends WorkspacePlace, Pick<MergeOptions, 'squash' | 'task'> {
  /** The commit the workspace started from. */
  readonly base: string;
  /** The newest commit of the workspace. */
  readonly tip: string;
  /** The commit to bring back: the newest, or one on top of it without what is left out. */
  readonly content: string;
  /** A folder for what is needed meanwhile. */
  readonly staging: string;
}
