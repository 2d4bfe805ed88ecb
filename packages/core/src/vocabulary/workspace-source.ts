/**
 * What a `modify_app` task works on. `task`: the workspace of another task. `folder`: a folder of this machine (in a git
 * repository: its last commit, on a branch in a worktree; else a copy). `git`: a clone of a repository.
 */
export type WorkspaceSource =
  | { readonly kind: 'task'; readonly taskId: string; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'git'; readonly url: string; readonly ref: string | null };
