import type { EventId, TaskId } from '../vocabulary/ids.ts';

/** An ISO-8601 UTC time with milliseconds, as `Date.prototype.toISOString` writes it. Sorts as text. */
export type Timestamp = string;

/** Who caused an event: a person by id, or one of the platform's own parts. */
export type Actor = 'user' | 'agent' | 'system' | `user_${string}`;

/** A fact as a verb decides it, before it is stored. */
export interface DomainEventShape {
  readonly type: string;
  readonly payload: object;
}

/** A fact as a command records it: everything but its place in the global order. */
export interface RecordedEvent<E extends DomainEventShape = DomainEventShape> {
  readonly id: EventId;
  readonly taskId: TaskId;
  /** 1-based, dense within the stream. */
  readonly version: number;
  readonly type: E['type'];
  readonly payload: E['payload'];
  /** Version of the payload's shape, for upcasting old events. */
  readonly schemaVersion: number;
  readonly timestamp: Timestamp;
  readonly userId: Actor;
  /** The command that caused it; the same command handled twice stores its events once. */
  readonly commandId: string | null;
}

/** Its place in the global order over all streams: becomes visible in order, may have gaps. */
export interface Positioned {
  readonly position: number;
}
