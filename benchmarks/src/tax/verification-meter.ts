import type { StreamFrame } from '@ccs/contract';

/** Adds up the processor time between the start and the end of each verification, as the frames tell them. */
export class VerificationMeter {
  readonly #clock: () => number;
  readonly #verifications = new Set<unknown>();
  #since = 0;
  #total = 0;

  /** @param clock seconds of processor time that were used so far */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  see({ event }: StreamFrame): void {
    const runId = event?.payload['runId'];
    if (event?.type === 'RunRequested' && event.payload['purpose'] === 'verify') {
      this.#verifications.add(runId);
    } else if (!this.#verifications.has(runId)) return;
    else if (event?.type === 'RunStarted') this.#since = this.#clock();
    else if (event?.type === 'RunEnded') this.#total += this.#clock() - this.#since;
  }

  get cpuSeconds(): number {
    return this.#total;
  }
}
