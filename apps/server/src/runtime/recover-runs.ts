import type { AgentRunner } from '@ccs/core/ports/agent-runner';
import type { JobQueue } from '@ccs/core/ports/job-queue';
import type { ReadModels } from '@ccs/core/ports/read-models';
import { endRun } from '@ccs/core/task/run/end-run';
import type { TaskCommands } from './task-commands.ts';

/**
 * What a server does before anything else when it starts as the only one: ends the processes that a dead server
 * left behind, records their runs as crashed, and takes back all leases. Returns how many runs that were.
 */
export async function recoverRuns(deps: {
  readonly readModels: ReadModels;
  readonly runner: AgentRunner;
  readonly commands: TaskCommands;
  readonly jobs: JobQueue;
}): Promise<number> {
  const runs = await deps.readModels.listStartedRuns();
  await deps.runner.reapOrphans(runs.map((run) => run.runId));
  for (const { taskId, runId } of runs) {
    await deps.commands.handle({
      taskId,
      actor: 'system',
      commandId: `recover:${runId}`,
      decide: (state, context) => endRun(state, { runId, outcome: 'crashed' }, context),
    });
  }
  await deps.jobs.releaseAll();
  return runs.length;
}
