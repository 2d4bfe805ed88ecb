import type { InputId } from '@ccs/core/task/model/events';
import type { PendingInput } from '@ccs/core/task/model/pending-input';
import type { Transcript } from './transcripts.ts';

type ResolvedDependency = Extract<PendingInput, { kind: 'dependency' }>;

/** A permission for one call: it is delivered when that call is made, not when the agent hears of it. */
export function isForOneCall(input: PendingInput): input is ResolvedDependency {
  return (
    input.kind === 'dependency' &&
    input.permission !== null &&
    input.status === 'provided' &&
    input.scope === 'once'
  );
}

/**
 * What people said to this run, and what of it has arrived: nothing is reported as delivered before the session's
 * transcript shows it, and what it shows is never said again.
 */
export class InputDelivery {
  readonly #transcript: Transcript;
  readonly #report: (ids: readonly InputId[]) => Promise<void>;
  readonly #known = new Map<InputId, PendingInput>();
  readonly #delivered = new Set<InputId>();
  #looking: Promise<unknown> = Promise.resolve();

  /** @param report stores that these inputs are delivered. */
  constructor(
    input: readonly PendingInput[],
    transcript: Transcript,
    report: (ids: readonly InputId[]) => Promise<void>,
  ) {
    this.#transcript = transcript;
    this.#report = report;
    for (const each of input) this.add(each);
  }

  add(input: PendingInput): void {
    this.#known.set(input.id, input);
  }

  /** Everything that was said to this run, delivered or not. */
  get known(): readonly PendingInput[] {
    return [...this.#known.values()];
  }

  /** What the agent must still be told in words: it is not in the transcript, and no held-back call will bring it. */
  get unsaid(): readonly PendingInput[] {
    const { heldBack } = this.#transcript;
    return this.known.filter(
      (input) =>
        !this.#delivered.has(input.id) &&
        !this.#isThere(input) &&
        (heldBack === null || callOf(input) !== heldBack.toolUseId),
    );
  }

  /** What answers a call that was held back. */
  answersTo(toolUseId: string): readonly PendingInput[] {
    return this.known.filter((input) => callOf(input) === toolUseId);
  }

  /** A permission for one call that was not used yet. */
  unusedPermission(callKey: string): ResolvedDependency | undefined {
    return this.known
      .filter(isForOneCall)
      .find((each) => each.permission?.callKey === callKey && !this.#delivered.has(each.id));
  }

  /** Stores that a permission for one call is used, before the call is made: it cannot be made twice then. */
  async use(input: ResolvedDependency): Promise<void> {
    if (this.#delivered.has(input.id)) return;
    this.#delivered.add(input.id);
    await this.#report([input.id]);
  }

  /**
   * Looks what has arrived and reports it.
   * @param atEnd the work is done: permissions for one call that nobody used lapse.
   */
  confirm(atEnd = false): Promise<void> {
    const looking = this.#looking.then(() => this.#confirm(atEnd));
    this.#looking = looking.catch(() => undefined);
    return looking;
  }

  async #confirm(atEnd: boolean): Promise<void> {
    const open = this.known.filter(({ id }) => !this.#delivered.has(id));
    if (open.every(isForOneCall) && !atEnd) return;
    await this.#transcript.refresh();
    const arrived = open.filter((input) => (atEnd || !isForOneCall(input)) && this.#isThere(input));
    if (arrived.length === 0) return;
    const ids = arrived.map(({ id }) => id);
    await this.#report(ids);
    for (const id of ids) this.#delivered.add(id);
  }

  #isThere(input: PendingInput): boolean {
    if (this.#transcript.holds(input.id)) return true;
    const call = callOf(input);
    return call !== null && this.#transcript.isSettled(call);
  }
}

/** The held-back call that waits for this input. */
function callOf(input: PendingInput): string | null {
  return input.kind !== 'message' && input.deferred ? input.toolUseId : null;
}
