import { DomainError } from '@ccs/core/kernel/domain-error';
import type { Policy } from '@ccs/core/policies/policy';
import type { EventStore } from '@ccs/core/ports/event-store';
import type { PolicyPositions } from '@ccs/core/ports/policy-positions';
import type { StoredTaskEvent } from '@ccs/core/task/model/events';
import type { TaskCommands } from './task-commands.ts';

const BATCH = 200;
const SAVE_EVERY = 100;
const RETRY_MS = 1000;

export interface PolicyRunnerDeps {
  readonly store: EventStore;
  readonly positions: PolicyPositions;
  readonly commands: TaskCommands;
  readonly policies: readonly Policy[];
  readonly onError: (error: unknown, context: object) => void;
}

/**
 * Lets every policy react to every event at least once, from a stored position: also to events of a time when this
 * process did not run. Command ids made of policy and event make a repeated reaction harmless.
 */
export class PolicyRunner {
  readonly #deps: PolicyRunnerDeps;
  #running: Promise<void> | null = null;
  #again = false;
  #closed = false;
  #reached: Map<string, number> | null = null;
  #saved = 0;

  constructor(deps: PolicyRunnerDeps) {
    this.#deps = deps;
  }

  /** There may be new events. */
  wake(): void {
    if (this.#closed) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
    if (this.#reached) await this.#savePositions(this.#reached, true);
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        await this.#catchUp();
      } catch (error) {
        this.#deps.onError(error, {});
        this.#again = true;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  async #catchUp(): Promise<void> {
    const { store, policies } = this.#deps;
    const reached = await this.#loadPositions();
    for (;;) {
      const from = Math.min(...reached.values());
      const events = await store.readAll(from, BATCH);
      if (events.length === 0 || this.#closed) return;
      for (const event of events) {
        for (const policy of policies) {
          if (event.position <= (reached.get(policy.name) ?? 0)) continue;
          await this.#react(policy, event);
          reached.set(policy.name, event.position);
        }
      }
      await this.#savePositions(reached);
    }
  }

  async #loadPositions(): Promise<Map<string, number>> {
    if (this.#reached) return this.#reached;
    const { policies, positions } = this.#deps;
    const loaded = await Promise.all(policies.map(({ name }) => positions.get(name)));
    this.#saved = Math.min(...loaded);
    this.#reached = new Map(policies.map(({ name }, index) => [name, loaded[index] ?? 0]));
    return this.#reached;
  }

  /** Not after every event: reacting again to a few after a restart is harmless, writing each time is not free. */
  async #savePositions(reached: ReadonlyMap<string, number>, always = false): Promise<void> {
    const now = Math.min(...reached.values());
    if (now === this.#saved || (!always && now - this.#saved < SAVE_EVERY)) return;
    for (const [name, position] of reached) await this.#deps.positions.set(name, position);
    this.#saved = now;
  }

  async #react(policy: Policy, event: StoredTaskEvent): Promise<void> {
    const decide = policy.react(event);
    if (!decide) return;
    try {
      await this.#deps.commands.handle({
        taskId: event.taskId,
        actor: 'system',
        commandId: `${policy.name}:${event.id}`,
        decide,
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.#deps.onError(error, { policy: policy.name, eventId: event.id, details: error.details });
    }
  }
}
