/** How far each policy has come in the global order of events. */
export interface PolicyPositions {
  /** The last position that is done; 0 in the beginning. */
  get(policy: string): Promise<number>;
  set(policy: string, position: number): Promise<void>;
}
