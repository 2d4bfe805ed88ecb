import { headCommit, sourceBase } from '@ccs/agent';
import type { TaskView } from '@ccs/core/task/view/task-views';
import type { HttpDeps } from '../../http-deps.ts';
import { placeOf } from '../tasks/place-of.ts';
import type { CommitRange } from './describe-diff.ts';

/** The commits of one phase, once it is complete, or of the whole work until now. */
export async function rangeOf(deps: HttpDeps, task: TaskView, phase?: number): Promise<CommitRange> {
  if (phase !== undefined) {
    const phases = await deps.readModels.listPhases(task.taskId);
    const found = phases.find((each) => each.number === phase);
    return { base: found?.baseCommit ?? null, head: found?.commit ?? null };
  }
  const place = placeOf(deps, task);
  const head = await headCommit(place);
  if (head === null || !task.source) return { base: null, head };
  return { base: await sourceBase(place.workspacePath, place.PATH), head };
}
