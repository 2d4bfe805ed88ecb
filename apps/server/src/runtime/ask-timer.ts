import type { Clock } from '@ccs/core/kernel/clock';
import type { ReadModels } from '@ccs/core/ports/read-models';
import { expireAsk } from '@ccs/core/task/ask/expire-ask';
import type { StoredTaskEvent } from '@ccs/core/task/model/events';
import { Pump } from './pump.ts';
import type { TaskCommands } from './task-commands.ts';

/** A clock that was set, or a computer that slept, is noticed within this time. */
const LONGEST_WAIT_MS = 60_000;

export interface AskTimerDeps {
  readonly readModels: ReadModels;
  readonly commands: TaskCommands;
  readonly clock: Clock;
  readonly onError: (error: unknown, context: object) => void;
}

/** Lets optional requests settle themselves when their time has come, also such of a time when no server ran. */
export class AskTimer {
  readonly #deps: AskTimerDeps;
  readonly #pump: Pump;
  #timer: NodeJS.Timeout | null = null;

  constructor(deps: AskTimerDeps) {
    this.#deps = deps;
    this.#pump = new Pump(
      () => this.#expire(),
      (error) => deps.onError(error, {}),
    );
  }

  start(): void {
    this.#pump.wake();
  }

  onEvents(events: readonly StoredTaskEvent[]): void {
    if (events.some(expires)) this.#pump.wake();
  }

  async close(): Promise<void> {
    await this.#pump.close();
    if (this.#timer) clearTimeout(this.#timer);
  }

  async #expire(): Promise<void> {
    const { readModels, commands, clock } = this.#deps;
    const now = clock.now();
    for (const { taskId, id } of await readModels.listExpiredAsks(now)) {
      await commands.handle({
        taskId,
        actor: 'system',
        decide: (state) => expireAsk(state, { id, now }),
      });
    }
    const next = await readModels.nextAskExpiry();
    if (this.#timer) clearTimeout(this.#timer);
    if (next === null || this.#pump.closed) return;
    const wait = Math.max(0, Date.parse(next) - Date.parse(clock.now()));
    this.#timer = setTimeout(() => this.#pump.wake(), Math.min(wait, LONGEST_WAIT_MS));
  }
}

function expires(event: StoredTaskEvent): boolean {
  const asks = event.type === 'QuestionAsked' || event.type === 'DependencyRequested';
  return asks && event.payload.expiresAt !== null;
}
