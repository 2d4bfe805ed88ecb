import { createRedactor } from '@ccs/agent';
import type { SecretVault } from '@ccs/core/ports/secret-vault';
import type { TaskState } from '@ccs/core/task/model/state';
import type { SecretId, TaskId } from '@ccs/core/vocabulary/ids';

/** Takes secrets out of a text that is about to leave the server. */
export type Redact = (text: string) => string;

/** What people provided to a task: for its agents, and to keep it out of everything else. */
export class TaskSecrets {
  readonly #vault: SecretVault;

  constructor(vault: SecretVault) {
    this.#vault = vault;
  }

  /** The environment variables that were provided; of several of one name the newest. */
  async environmentOf(state: TaskState): Promise<Readonly<Record<string, string>>> {
    const wanted = state.dependencies.flatMap(
      ({ name, secretId }): readonly (readonly [string, SecretId])[] =>
        secretId === null ? [] : [[name, secretId]],
    );
    if (wanted.length === 0) return {};
    const values = await this.#vault.open(wanted.map(([, secretId]) => secretId));
    return Object.fromEntries(
      wanted.flatMap(([name, secretId]) => {
        const value = values.get(secretId);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  }

  /** Redacts every value that the vault holds for a task. */
  async redactFor(taskId: TaskId): Promise<Redact> {
    return createRedactor(await this.#vault.valuesOf(taskId));
  }
}
