import type { ReadModels } from '@ccs/core/ports/read-models';
import type { TaskViews } from '@ccs/core/task/view/derive-views';
import type { TaskId } from '@ccs/core/vocabulary/ids';

/** Everything that the read models hold of one task, in the shape of `deriveViews`. */
export async function readViews(readModels: ReadModels, taskId: TaskId): Promise<TaskViews | null> {
  const task = await readModels.findTask(taskId);
  const lists = {
    phases: await readModels.listPhases(taskId),
    runs: await readModels.listRuns(taskId),
    reviews: await readModels.listReviews(taskId),
    questions: await readModels.listQuestions(taskId),
    dependencies: await readModels.listDependencies(taskId),
    verifications: await readModels.listVerifications(taskId),
    reworks: await readModels.listReworks(taskId),
    messages: await readModels.listMessages(taskId),
  };
  if (task !== null) return { task, ...lists };
  const rest = Object.values(lists).flat().length;
  if (rest > 0) throw new Error(`${taskId} has no task row but ${rest} others`);
  return null;
}
