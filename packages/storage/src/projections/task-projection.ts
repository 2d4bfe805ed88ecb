import { deriveViews } from '@ccs/core/task/view/derive-views';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../dialects/database.ts';
import { type Row, RowInserter } from '../dialects/insert-rows.ts';
import type { Tables } from '../schema/tables.ts';
import type { Projection } from './projection.ts';
import { TASK_TABLES, type TaskTable } from './task-tables.ts';

/** The read models of tasks: `deriveViews` of both states, and only the rows that differ are written. */
export function taskProjection(database: Database): Projection {
  const tables = TASK_TABLES.map((table) => ({
    table,
    upsert: new RowInserter(database.db, table.name, { kind: 'replace', key: table.key }),
  }));
  return {
    async write(connection, before, after) {
      const old = before && deriveViews(before);
      const now = deriveViews(after);
      for (const { table, upsert } of tables) {
        // Reports and files are long: they are compared only when they may differ.
        if (before && now && table.slice && before[table.slice] === after[table.slice]) continue;
        const oldRows = old ? table.rows(old) : [];
        if (now) await upsert.insert(connection, changedRows(table, oldRows, table.rows(now)));
        else if (oldRows.length > 0) await deleteTask(connection, table, after.lifecycle.taskId);
      }
    },
    async clear(connection) {
      for (const { table } of tables) await sql`delete from ${sql.table(table.name)}`.execute(connection);
    },
  };
}

/** The rows that are new or differ. Views only ever gain rows while their task exists. */
function changedRows(table: TaskTable, old: readonly Row[], now: readonly Row[]): readonly Row[] {
  const keyOf = (row: Row): string => table.key.map((column) => row[column]).join(' ');
  const known = new Map(old.map((row) => [keyOf(row), row]));
  return now.filter((row) => {
    const was = known.get(keyOf(row));
    return was === undefined || Object.keys(row).some((column) => row[column] !== was[column]);
  });
}

async function deleteTask(connection: Kysely<Tables>, table: TaskTable, taskId: string): Promise<void> {
  await sql`delete from ${sql.table(table.name)} where task_id = ${taskId}`.execute(connection);
}
