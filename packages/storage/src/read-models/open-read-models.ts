import type { ReadModels } from '@ccs/core/ports/read-models';
import type { TaskStatus } from '@ccs/core/vocabulary/statuses';
import type { Database } from '../dialects/database.ts';
import { listPhases } from './list-phases.ts';
import { listTasks } from './list-tasks.ts';
import { toReviewView, toRunView, toTaskView } from './views.ts';

/** Queries over what the projections have written. */
export function openReadModels({ db }: Database): ReadModels {
  return {
    listTasks: (query) => listTasks(db, query),

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
        .select(['agent_status', 'blocked_by'])
        .where('tasks.task_id', '=', taskId)
        .executeTakeFirst();
      return row ? toTaskView(row) : null;
    },

    listPhases: (taskId) => listPhases(db, taskId),

    async listRuns(taskId) {
      const select = db.selectFrom('runs').selectAll().where('task_id', '=', taskId).orderBy('ordinal');
      return (await select.execute()).map(toRunView);
    },

    async listReviews(taskId) {
      const select = db.selectFrom('reviews').selectAll().where('task_id', '=', taskId).orderBy('ordinal');
      return (await select.execute()).map(toReviewView);
    },

    async findReview(reviewId) {
      const select = db.selectFrom('reviews').selectAll().where('review_id', '=', reviewId);
      const row = await select.executeTakeFirst();
      return row ? toReviewView(row) : null;
    },

    async listStartedRuns() {
      const select = db.selectFrom('runs').selectAll().where('status', '=', 'started').orderBy('run_id');
      return (await select.execute()).map(toRunView);
    },
  };
}
