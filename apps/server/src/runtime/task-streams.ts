import type { EventStore } from '@ccs/core/ports/event-store';
import type { TaskLog } from '@ccs/core/ports/task-log';
import type { StoredTaskEvent } from '@ccs/core/task/model/events';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { TaskStream } from './task-stream.ts';

/** How many streams without a listener stay open; more are dropped, oldest use first. */
const IDLE_STREAMS = 200;

/** The streams of the tasks that somebody writes or watches. */
export class TaskStreams {
  readonly #store: EventStore;
  readonly #log: TaskLog;
  readonly #streams = new Map<TaskId, TaskStream>();

  readonly #onAction: (taskId: TaskId) => void;

  readonly #onError: (error: unknown) => void;

  /** @param onAction an agent did something that its task's card shows. */
  constructor(
    store: EventStore,
    log: TaskLog,
    onAction: (taskId: TaskId) => void,
    onError: (error: unknown) => void,
  ) {
    this.#onError = onError;
    this.#store = store;
    this.#log = log;
    this.#onAction = onAction;
  }

  /** Ask anew for each use: a stream that is not in use may be replaced by another. */
  of(taskId: TaskId): TaskStream {
    const stream =
      this.#streams.get(taskId) ?? new TaskStream(taskId, this.#store, this.#log, this.#onAction);
    this.#streams.delete(taskId);
    this.#streams.set(taskId, stream);
    this.#dropIdle();
    return stream;
  }

  /** The stream if it is open; does not open it. */
  peek(taskId: TaskId): TaskStream | undefined {
    return this.#streams.get(taskId);
  }

  /** Gives committed events to the streams that are open. */
  publish(events: readonly StoredTaskEvent[]): void {
    for (const event of events) {
      // It fails only while the stream cannot be opened; whoever opens it next finds the event in the store.
      this.#streams.get(event.taskId)?.publish(event).catch(this.#onError);
    }
  }

  #dropIdle(): void {
    if (this.#streams.size <= IDLE_STREAMS) return;
    for (const [taskId, stream] of this.#streams) {
      if (stream.inUse) continue;
      this.#streams.delete(taskId);
      if (this.#streams.size <= IDLE_STREAMS) return;
    }
  }
}
