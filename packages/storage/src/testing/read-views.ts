import type { ReadModels } from '@ccs/core/ports/read-models';
import type { TaskViews } from '@ccs/core/task/view/derive-views';
import type { TaskId } from '@ccs/core/vocabulary/ids';

/** Everything that the read models hold of one task, in the shape of `deriveViews`. */
export async function readViews(readModels: ReadModels, taskId: TaskId): Promise<TaskViews | null> {
  const task = await readModels.findTask(taskId);
  const phases = await readModels.listPhases(taskId);
  const runs = await readModels.listRuns(taskId);
  const reviews = await readModels.listReviews(taskId);
  if (task !== null) return { task, phases, runs, reviews };
  const rest = phases.length + runs.length + reviews.length;
  if (rest > 0) throw new Error(`${taskId} has no task row but ${rest} others`);
  return null;
}
