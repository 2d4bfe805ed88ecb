import type { TaskState } from '@ccs/core/task/model/state';
import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.ts';

/** Read models that are written in the transaction of the events. All of their content follows from states. */
export interface Projection {
  /** Writes what differs between the views of two states of one task. */
  write(connection: Kysely<Tables>, before: TaskState | null, after: TaskState): Promise<void>;
  /** Empties all tables of this projection. */
  clear(connection: Kysely<Tables>): Promise<void>;
}
