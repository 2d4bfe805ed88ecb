/** What one run of the whole pipeline took. */
export interface RunCost {
  readonly wallSeconds: number;
  /** Processor time of the driver and of all agents with what they started. */
  readonly cpuSeconds: number;
  /** The most resident memory of all these processes together. */
  readonly peakMB: number;
}
