import type { Aggregate } from '../../kernel/handle-command.ts';
import { jobsFor } from './jobs-for.ts';
import { TASK_EVENT_SCHEMA_VERSION, type RecordedTaskEvent, type TaskEvent } from './events.ts';
import { evolve, type TaskState } from './state.ts';

/** The task stream: how it evolves and which jobs its events ask for. */
export const taskAggregate: Aggregate<TaskState, TaskEvent> = {
  schemaVersion: TASK_EVENT_SCHEMA_VERSION,
  evolve: (state, event) => evolve(state, event as RecordedTaskEvent),
  jobsFor: (state, event) => jobsFor(state, event as RecordedTaskEvent),
};
