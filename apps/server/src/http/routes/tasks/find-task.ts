import { DomainError } from '@ccs/core/kernel/domain-error';
import type { TaskView } from '@ccs/core/task/view/task-views';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import type { HttpDeps } from '../../http-deps.ts';

/** The task that a path names. @throws DomainError task_not_found */
export async function findTask(deps: HttpDeps, taskId: TaskId): Promise<TaskView> {
  const task = await deps.readModels.findTask(taskId);
  if (!task) throw new DomainError({ code: 'task_not_found', taskId });
  return task;
}
