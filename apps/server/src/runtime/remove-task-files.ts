import { isInside } from '@ccs/agent';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TaskLog } from '@ccs/core/ports/task-log';
import type { TaskState } from '@ccs/core/task/model/state';

/** Removes what a deleted task leaves on disk: its log and agent data, and, only when wanted, its workspace. */
export async function removeTaskFiles(
  state: TaskState,
  removeWorkspace: boolean,
  deps: { readonly log: TaskLog; readonly dataDirectory: string; readonly outputDirectory: string },
): Promise<void> {
  const { taskId, workspacePath } = state.lifecycle;
  await deps.log.remove(taskId);
  await rm(path.join(deps.dataDirectory, 'agents', taskId), { recursive: true, force: true });
  // The parent: the output folder itself is nobody's workspace.
  if (removeWorkspace && isInside(deps.outputDirectory, path.dirname(workspacePath))) {
    await rm(workspacePath, { recursive: true, force: true });
  }
}
