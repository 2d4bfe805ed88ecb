import type { Page, TaskListQuery } from '@ccs/core/ports/read-models';
import type { TaskView } from '@ccs/core/task/view/task-views';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { type Kysely, sql } from 'kysely';
import { foldForSearch } from '../projections/task-row.ts';
import type { Tables } from '../schema/tables.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { toTaskView } from './views.ts';

/** One page of tasks, newest first. @throws InvalidCursorError */
export async function listTasks(db: Kysely<Tables>, query: TaskListQuery): Promise<Page<TaskView>> {
  let select = db
    .selectFrom('tasks')
    .innerJoin('agent_statuses', 'agent_statuses.task_id', 'tasks.task_id')
    .selectAll('tasks')
    .select(['agent_status', 'blocked_by', 'blocked_detail']);
  if (query.status !== undefined) select = select.where('status', '=', query.status);
  if (query.type !== undefined) select = select.where('type', '=', query.type);
  if (query.q !== undefined) select = select.where(contains(query.q));
  if (query.cursor !== undefined) {
    const { createdAt, taskId } = decodeCursor(query.cursor);
    select = select.where(sql<boolean>`(created_at, tasks.task_id) < (${createdAt}, ${taskId})`);
  }
  // One more than asked for tells whether there is a next page.
  const rows = await select
    .orderBy('created_at', 'desc')
    .orderBy('tasks.task_id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(toTaskView),
    nextCursor: last ? encodeCursor({ createdAt: last.created_at, taskId: last.task_id as TaskId }) : null,
  };
}

function contains(text: string) {
  const pattern = `%${foldForSearch(text).replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`search_text like ${pattern} escape '\\'`;
}
