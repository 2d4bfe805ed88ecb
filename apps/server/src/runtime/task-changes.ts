import type { TaskChanged } from '@ccs/contract';
import type { StoredTaskEvent } from '@ccs/core/task/model/events';
import type { TaskId } from '@ccs/core/vocabulary/ids';

export type ChangeListener = (json: string) => void;

const RETRY_MS = 1000;

/** An event shows soon, an agent's next action a little later: there are many more of them. */
const AFTER_EVENT_MS = 20;
const AFTER_ACTION_MS = 400;

/** Tells listeners, as JSON, how tasks are after they changed; several changes at once are told once. */
export class TaskChanges {
  readonly #describe: (taskId: TaskId) => Promise<TaskChanged>;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<ChangeListener>();
  readonly #changed = new Set<TaskId>();
  #timer: NodeJS.Timeout | null = null;
  #due = Number.POSITIVE_INFINITY;

  constructor(describe: (taskId: TaskId) => Promise<TaskChanged>, onError: (error: unknown) => void) {
    this.#describe = describe;
    this.#onError = onError;
  }

  subscribe(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onEvents(events: readonly StoredTaskEvent[]): void {
    for (const event of events) this.#touch(event.taskId, AFTER_EVENT_MS);
  }

  onAction(taskId: TaskId): void {
    this.#touch(taskId, AFTER_ACTION_MS);
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #touch(taskId: TaskId, delayMs: number): void {
    if (this.#listeners.size === 0) return;
    this.#changed.add(taskId);
    const due = Date.now() + delayMs;
    if (due >= this.#due) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => void this.#tell(), delayMs);
  }

  async #tell(): Promise<void> {
    this.#timer = null;
    this.#due = Number.POSITIVE_INFINITY;
    for (const taskId of this.#changed) {
      this.#changed.delete(taskId);
      try {
        const json = JSON.stringify(await this.#describe(taskId));
        for (const listener of this.#listeners) listener(json);
      } catch (error) {
        this.#onError(error);
        this.#touch(taskId, RETRY_MS);
        return;
      }
    }
  }
}
