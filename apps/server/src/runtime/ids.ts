import type { Clock, IdSource } from '@ccs/core/kernel/clock';
import { monotonicFactory } from 'ulid';

/** Prefixed lower-case ULIDs, ascending within this process. */
export function createIdSource(): IdSource {
  const next = monotonicFactory();
  return { next: (prefix) => `${prefix}_${next().toLowerCase()}` };
}

export const systemClock: Clock = { now: () => new Date().toISOString() };
