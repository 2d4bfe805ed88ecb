import type { Policy, Reaction } from '@ccs/core/policies/policy';
import type { EventStore } from '@ccs/core/ports/event-store';
import type { PolicyPositions } from '@ccs/core/ports/policy-positions';
import type { StoredTaskEvent } from '@ccs/core/task/model/events';
import { Pump } from './pump.ts';
import type { TaskCommands } from './task-commands.ts';

const BATCH = 200;
const SAVE_EVERY = 100;

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
  readonly #pump: Pump;
  #reached: Map<string, number> | null = null;
  #saved = 0;

  constructor(deps: PolicyRunnerDeps) {
    this.#deps = deps;
    this.#pump = new Pump(
      () => this.#catchUp(),
      (error) => deps.onError(error, {}),
    );
  }

  /** There may be new events. */
  wake(): void {
    this.#pump.wake();
  }

  async close(): Promise<void> {
    await this.#pump.close();
    if (this.#reached) await this.#savePositions(this.#reached, true);
  }

  async #catchUp(): Promise<void> {
    const { store, policies } = this.#deps;
    const reached = await this.#loadPositions();
    for (;;) {
      const events = await store.readAll(Math.min(...reached.values()), BATCH);
      if (events.length === 0) return;
      for (const event of events) {
        for (const policy of policies) {
          if (event.position <= (reached.get(policy.name) ?? 0)) continue;
          if (this.#pump.closed) return;
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

  /** @throws what the store throws, to be tried again. What a decision throws would come again: it is passed over. */
  async #react(policy: Policy, event: StoredTaskEvent): Promise<void> {
    const { commands, onError } = this.#deps;
    const report = (error: unknown): void => onError(error, { policy: policy.name, eventId: event.id });
    const decide = policy.react(event);
    if (!decide) return;
    const guarded: Reaction = (state, context) => {
      try {
        return decide(state, context);
      } catch (error) {
        report(error);
        return [];
      }
    };
    const commandId = `${policy.name}:${event.id}`;
    await commands.handle({ taskId: event.taskId, actor: 'system', commandId, decide: guarded });
  }
}
