import type { CompiledQuery, Kysely } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import type { DatabaseKind } from './column-types.ts';

/** An open database of either kind. */
export interface Database {
  readonly kind: DatabaseKind;
  /** Never use it inside a transaction: on SQLite's single connection that waits for itself. */
  readonly db: Kysely<Tables>;
  /** Begins the transaction of a writer; returns when no other writer is in one. */
  readonly beginWrite: CompiledQuery;
}
