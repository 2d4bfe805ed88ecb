import type { Timestamp } from '../../kernel/event.ts';
import type { Failure } from '../../vocabulary/failures.ts';
import type { TaskId } from '../../vocabulary/ids.ts';
import type { TaskStatus } from '../../vocabulary/statuses.ts';
import type { RecordedTaskEvent, TaskEventPayloads } from './events.ts';

/** What a task is and where it is in its life. `paused` qualifies `in_progress` and `pending`. */
export interface Lifecycle extends Readonly<TaskEventPayloads['TaskCreated']> {
  readonly taskId: TaskId;
  readonly status: TaskStatus;
  readonly paused: boolean;
  readonly deleted: boolean;
  /** Where the work of a modify_app task went; null = nowhere yet. */
  readonly merged: Readonly<TaskEventPayloads['TaskMerged']> | null;
  readonly failure: Failure | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly startedAt: Timestamp | null;
  readonly completedAt: Timestamp | null;
}

export function createLifecycle(event: Extract<RecordedTaskEvent, { type: 'TaskCreated' }>): Lifecycle {
  return {
    ...event.payload,
    taskId: event.taskId,
    status: 'draft',
    paused: false,
    deleted: false,
    merged: null,
    failure: null,
    createdAt: event.timestamp,
    updatedAt: event.timestamp,
    startedAt: null,
    completedAt: null,
  };
}

export function evolveLifecycle(before: Lifecycle, event: RecordedTaskEvent): Lifecycle {
  const state = { ...before, updatedAt: event.timestamp };
  switch (event.type) {
    case 'TaskEdited':
      return { ...state, ...event.payload };
    case 'TaskQueued':
      return { ...state, status: 'pending', paused: false, failure: null, completedAt: null };
    case 'TaskStarted':
      return { ...state, status: 'in_progress', startedAt: state.startedAt ?? event.timestamp };
    case 'TaskPaused':
      return { ...state, paused: true };
    case 'TaskResumed':
      return { ...state, paused: false };
    case 'ReviewCreated':
      return { ...state, status: 'review' };
    case 'ReviewApproved':
    case 'ReviewChangesRequested':
      return { ...state, status: 'in_progress', paused: false };
    case 'TaskCompleted':
      return { ...state, status: 'completed', completedAt: event.timestamp };
    case 'TaskFailed':
      return {
        ...state,
        status: 'failed',
        paused: false,
        failure: event.payload.failure,
        completedAt: event.timestamp,
      };
    case 'TaskMerged':
      return { ...state, merged: event.payload };
    case 'TaskDeleted':
      return { ...state, deleted: true };
    default:
      return state;
  }
}
