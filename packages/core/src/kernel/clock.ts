import type { Id, IdPrefix } from '../vocabulary/ids.ts';
import type { Timestamp } from './event.ts';

/** Where the time comes from. */
export interface Clock {
  now(): Timestamp;
}

/** Where new ids come from; ids of one source sort in the order of their creation. */
export interface IdSource {
  next<P extends IdPrefix>(prefix: P): Id<P>;
}
