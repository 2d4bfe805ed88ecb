import { diffCommits } from '@ccs/agent';
import type { DiffDto } from '@ccs/contract';
import type { TaskView } from '@ccs/core/task/view/task-views';
import type { HttpDeps } from '../../http-deps.ts';
import { placeOf } from '../tasks/place-of.ts';

/** Two commits of a workspace. `base` null: the empty project; `head` null: nothing has been committed yet. */
export interface CommitRange {
  readonly base: string | null;
  readonly head: string | null;
}

/** What changed from one commit to the other, without secrets. */
export async function describeDiff(
  deps: HttpDeps,
  task: TaskView,
  { base, head }: CommitRange,
  path?: string,
): Promise<DiffDto> {
  if (head === null) return { base, head, files: [], truncated: false };
  const [diff, redact] = await Promise.all([
    diffCommits(placeOf(deps, task), base, head, path === undefined ? {} : { path }),
    deps.redactFor(task.taskId),
  ]);
  return {
    base,
    head,
    files: diff.files.map((file) => ({ ...file, patch: file.patch === null ? null : redact(file.patch) })),
    truncated: diff.truncated,
  };
}
