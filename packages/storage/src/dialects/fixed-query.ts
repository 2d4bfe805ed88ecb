import type { CompiledQuery, Kysely, RawBuilder } from 'kysely';
import type { Tables } from '../schema/tables.ts';

/**
 * A query whose text never changes, compiled once: compiling takes longer than SQLite takes to answer it.
 * @param query its parameters, in their order in the text, stand for the ones that `run` is given.
 */
export function fixedQuery<R>(
  db: Kysely<Tables>,
  query: RawBuilder<R>,
): (connection: Kysely<Tables>, ...parameters: readonly (string | number | null)[]) => Promise<readonly R[]> {
  const compiled: CompiledQuery<R> = query.compile(db);
  return async (connection, ...parameters) => {
    const { rows } = await connection.executeQuery<R>({ ...compiled, parameters });
    return rows;
  };
}
