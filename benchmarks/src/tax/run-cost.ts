/** What the turns of the whole pipeline took. */
export interface RunCost {
  readonly wallSeconds: number;
  /** Processor time of the driver and of all agents with what they started. */
  readonly cpuSeconds: number;
  /** The most resident memory of all these processes together. */
  readonly peakMB: number;
  readonly requests: number;
}

/** What the platform's verifications took beside that; the bare program has none. */
export interface VerificationCost {
  /** One for each verification. */
  readonly seconds: readonly number[];
  readonly cpuSeconds: number;
  readonly requests: number;
}
