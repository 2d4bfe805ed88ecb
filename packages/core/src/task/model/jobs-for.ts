import type { NewJob } from '../../kernel/handle-command.ts';
import { QUEUE_PRIORITIES } from '../../vocabulary/statuses.ts';
import type { RecordedTaskEvent } from './events.ts';
import { openRun } from './runs.ts';
import type { TaskState } from './state.ts';

/** The background work an event asks for. `state` is the state after the event. */
export function jobsFor(state: TaskState, event: RecordedTaskEvent): readonly NewJob[] {
  const { priority, taskId } = state.lifecycle;
  const weight = QUEUE_PRIORITIES.length - QUEUE_PRIORITIES.indexOf(priority);
  switch (event.type) {
    case 'RunRequested':
      return [{ kind: 'run', key: event.payload.runId, taskId, priority: weight }];
    case 'TaskEdited': {
      const run = openRun(state.runs);
      if (event.payload.priority === undefined || run?.status !== 'requested') return [];
      return [{ kind: 'run', key: run.runId, taskId, priority: weight }];
    }
    case 'TaskDeleted':
      return [{ kind: 'cleanup', key: taskId, taskId, priority: weight }];
    default:
      return [];
  }
}
