import { type ColumnDefinitionBuilder, type CreateTableBuilder, type RawBuilder, sql } from 'kysely';

export type DatabaseKind = 'sqlite' | 'postgres';

/** What migrations and queries write differently on the two databases; everything else is the same SQL. */
export interface ColumnTypes {
  /** The type of a column that counts up by itself. Gaps are possible. */
  readonly seq: 'integer' | 'bigint';
  /** Finishes a `seq` column: the primary key that the database fills in. */
  seqColumn(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder;
  /** A whole number up to 2^53: sizes, tokens, micro-dollars. */
  readonly big: 'integer' | 'bigint';
  /** Ends a table definition so that a column refuses values of another type. */
  strict<T extends string, C extends string>(table: CreateTableBuilder<T, C>): CreateTableBuilder<T, C>;
  /** Ends the subquery that picks a row which no other worker may pick at the same time. */
  readonly claimLock: RawBuilder<unknown>;
}

export const COLUMN_TYPES: Readonly<Record<DatabaseKind, ColumnTypes>> = {
  sqlite: {
    // Without AUTOINCREMENT: rows of such tables are never deleted, so max+1 never reuses a number.
    seq: 'integer',
    seqColumn: (column) => column.primaryKey(),
    big: 'integer',
    strict: (table) => table.modifyEnd(sql`strict`),
    claimLock: sql``,
  },
  postgres: {
    seq: 'bigint',
    seqColumn: (column) => column.primaryKey().generatedAlwaysAsIdentity(),
    big: 'bigint',
    strict: (table) => table,
    claimLock: sql`for update skip locked`,
  },
};
