import { isInside, removeWorkspace } from '@ccs/agent';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SecretVault } from '@ccs/core/ports/secret-vault';
import type { TaskLog } from '@ccs/core/ports/task-log';
import type { TaskState } from '@ccs/core/task/model/state';

/** Removes what a deleted task leaves: its log, agent data and secrets, and, only when wanted, its workspace. */
export async function removeTaskFiles(
  state: TaskState,
  withWorkspace: boolean,
  deps: {
    readonly log: TaskLog;
    readonly vault: SecretVault;
    readonly dataDirectory: string;
    readonly outputDirectory: string;
    /** Where programs such as git are found. */
    readonly path: string | undefined;
  },
): Promise<void> {
  const { taskId, workspacePath, source } = state.lifecycle;
  await deps.vault.removeTask(taskId);
  await deps.log.remove(taskId);
  await rm(join(deps.dataDirectory, 'agents', taskId), { recursive: true, force: true });
  // The parent: the output folder itself is nobody's workspace.
  if (withWorkspace && isInside(deps.outputDirectory, dirname(workspacePath))) {
    await removeWorkspace(workspacePath, source, deps.path);
  }
}
