import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.ts';

/** A value of a cell: JSON is text, booleans are 0 and 1. */
export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** What happens when the row is there already: an error, nothing, or new cells (all or some) replace the old ones. */
export type OnConflict =
  | { readonly kind: 'fail' }
  | { readonly kind: 'ignore'; readonly key: readonly string[] }
  | { readonly kind: 'replace'; readonly key: readonly string[]; readonly only?: readonly string[] };

/** Rows of one statement: stays far below both databases' limits on parameters. */
const MAX_ROWS = 200;

/**
 * Writes rows of one table, several per statement. A statement is compiled once for each number of rows:
 * compiling would cost more than running it.
 */
export class RowInserter {
  readonly #db: Kysely<Tables>;
  readonly #table: keyof Tables;
  readonly #onConflict: OnConflict;
  readonly #returning: string | null;
  readonly #compiled = new Map<number, CompiledQuery>();

  constructor(
    db: Kysely<Tables>,
    table: keyof Tables,
    onConflict: OnConflict,
    returning: string | null = null,
  ) {
    this.#db = db;
    this.#table = table;
    this.#onConflict = onConflict;
    this.#returning = returning;
  }

  /** All rows have the same columns in the same order. Returns the rows of the `returning` column, if any. */
  async insert(connection: Kysely<Tables>, rows: readonly Row[]): Promise<readonly unknown[]> {
    const returned: unknown[] = [];
    for (let start = 0; start < rows.length; start += MAX_ROWS) {
      const chunk = rows.slice(start, start + MAX_ROWS);
      const query = this.#query(chunk);
      const parameters = chunk.flatMap((row) => Object.values(row));
      const result = await connection.executeQuery({ ...query, parameters });
      returned.push(...result.rows);
    }
    return returned;
  }

  #query(rows: readonly Row[]): CompiledQuery {
    const known = this.#compiled.get(rows.length);
    if (known) return known;
    const columns = Object.keys(rows[0] ?? {});
    const values = rows.map((row) => sql`(${sql.join(Object.values(row))})`);
    const query =
      sql`insert into ${sql.table(this.#table)} (${sql.join(columns.map((name) => sql.ref(name)))})
      values ${sql.join(values)} ${conflictClause(columns, this.#onConflict)}
      ${this.#returning === null ? sql`` : sql`returning ${sql.ref(this.#returning)}`}`.compile(this.#db);
    this.#compiled.set(rows.length, query);
    return query;
  }
}

function conflictClause(columns: readonly string[], onConflict: OnConflict) {
  if (onConflict.kind === 'fail') return sql``;
  const key = sql.join(onConflict.key.map((name) => sql.ref(name)));
  if (onConflict.kind === 'ignore') return sql`on conflict (${key}) do nothing`;
  const changes = (onConflict.only ?? columns.filter((name) => !onConflict.key.includes(name))).map(
    (name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`,
  );
  return sql`on conflict (${key}) do update set ${sql.join(changes)}`;
}
