import type { ReadModels } from '@ccs/core/ports/read-models';
import type { TaskStatus } from '@ccs/core/vocabulary/statuses';
import type { Database } from '../dialects/database.ts';
import { askQueries } from './asks.ts';
import { inboxQuery } from './list-inbox.ts';
import { listPhases } from './list-phases.ts';
import { listTasks } from './list-tasks.ts';
import { qualityQueries } from './quality.ts';
import { toRunView, toTaskView } from './views.ts';

/** Queries over what the projections have written. */
export function openReadModels({ db }: Database): ReadModels {
  return {
    ...askQueries(db),
    ...qualityQueries(db),
    listInbox: inboxQuery(db),
    listTasks: (query) => listTasks(db, query),
    listPhases: (taskId) => listPhases(db, taskId),

    async countTasks() {
      const rows = await db
        .selectFrom('tasks')
        .select(({ fn }) => ['status', fn.countAll<number>().as('count')])
        .groupBy('status')
        .execute();
      const counts: Partial<Record<TaskStatus, number>> = {};
      for (const { status, count } of rows) counts[status as TaskStatus] = count;
      return counts;
    },

    async findTask(taskId) {
      const row = await db
        .selectFrom('tasks')
        .innerJoin('agent_statuses', 'agent_statuses.task_id', 'tasks.task_id')
        .selectAll('tasks')
        .select(['agent_status', 'blocked_by', 'blocked_detail'])
        .where('tasks.task_id', '=', taskId)
        .executeTakeFirst();
      return row ? toTaskView(row) : null;
    },

    async listRuns(taskId) {
      const select = db.selectFrom('runs').selectAll().where('task_id', '=', taskId).orderBy('ordinal');
      return (await select.execute()).map(toRunView);
    },

    async listStartedRuns() {
      const select = db.selectFrom('runs').selectAll().where('status', '=', 'started').orderBy('run_id');
      return (await select.execute()).map(toRunView);
    },
  };
}
