import type { AppendInput, AppendResult } from '../kernel/handle-command.ts';
import type { StoredTaskEvent, TaskEvent } from '../task/model/events.ts';
import type { TaskState } from '../task/model/state.ts';
import type { TaskId } from '../vocabulary/ids.ts';

/**
 * The system of record. One transaction holds events, read models and job rows; positions become visible in
 * order: a reader that has seen position n never later finds a new event at a position below n.
 */
export interface EventStore {
  /** All events of one stream in the order of their versions; empty for an unknown stream. */
  load(taskId: TaskId): Promise<readonly StoredTaskEvent[]>;
  append(input: AppendInput<TaskState, TaskEvent>): Promise<AppendResult>;
  /** Events of one stream after a version, at most `limit`. */
  readStream(taskId: TaskId, afterVersion: number, limit: number): Promise<readonly StoredTaskEvent[]>;
  /** Events of all streams after a position, at most `limit`. */
  readAll(afterPosition: number, limit: number): Promise<readonly StoredTaskEvent[]>;
  /** The position of the newest event; 0 when there is none. */
  lastPosition(): Promise<number>;
}
