import type { EventStore } from '@ccs/core/ports/event-store';
import type { ClaimedJob } from '@ccs/core/ports/job-queue';
import type { SecretVault } from '@ccs/core/ports/secret-vault';
import type { TaskLog } from '@ccs/core/ports/task-log';
import { fold } from '@ccs/core/task/model/state';
import type { RunId } from '@ccs/core/vocabulary/ids';
import type { JobHandler } from './job-worker.ts';
import { removeTaskFiles } from './remove-task-files.ts';
import type { RunSupervisor } from './run-supervisor.ts';

/** What is done for each kind of job. */
export function workOnJob(deps: {
  readonly supervisor: RunSupervisor;
  readonly eventStore: EventStore;
  readonly log: TaskLog;
  readonly vault: SecretVault;
  readonly dataDirectory: string;
  readonly outputDirectory: string;
  readonly path: string | undefined;
}): JobHandler {
  const { supervisor, eventStore } = deps;
  const cleanUp = async ({ taskId }: ClaimedJob): Promise<void> => {
    const events = await eventStore.load(taskId);
    const state = fold(events);
    const deletion = events.findLast((event) => event.type === 'TaskDeleted');
    if (state && deletion?.type === 'TaskDeleted') {
      await supervisor.settled(taskId);
      await removeTaskFiles(state, deletion.payload.removeFiles, deps);
    }
  };
  return async (job) => {
    switch (job.kind) {
      case 'run':
        return supervisor.run(job.taskId, job.key as RunId);
      case 'cleanup':
        return cleanUp(job);
    }
  };
}
