import type { RunInbox, WorkingRun } from '@ccs/core/ports/agent-runner';
import type { PendingInput } from '@ccs/core/task/model/pending-input';

/** What people say to one run: kept until it listens, then handed on, each once. */
export class BufferedInbox implements RunInbox {
  readonly #seen: Set<string>;
  #waiting: PendingInput[] = [];
  #listener: ((input: PendingInput) => void) | null = null;
  autoAccept: boolean;

  /** @param run what the run was given at its start. */
  constructor(run: Pick<WorkingRun, 'input' | 'autoAccept'>) {
    this.#seen = new Set(run.input.map((input) => input.id));
    this.autoAccept = run.autoAccept;
  }

  listen(listener: (input: PendingInput) => void): void {
    this.#listener = listener;
    for (const input of this.#waiting.splice(0)) listener(input);
  }

  /** Everything that waits now; what was handed on before is left out. */
  offer(pending: readonly PendingInput[]): void {
    for (const input of pending) {
      if (this.#seen.has(input.id)) continue;
      this.#seen.add(input.id);
      if (this.#listener) this.#listener(input);
      else this.#waiting.push(input);
    }
  }
}
