import type { InboxItem, ReadModels } from '@ccs/core/ports/read-models';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { fixedQuery } from '../dialects/fixed-query.ts';
import { readSnapshot } from '../dialects/read-snapshot.ts';
import type { DependencyRow, QuestionRow } from '../schema/ask-tables.ts';
import type { FeedbackRow, ReviewRow } from '../schema/quality-tables.ts';
import type { AgentStatusRow, Tables, TaskRow } from '../schema/tables.ts';
import { toDependencyView, toQuestionView } from './ask-views.ts';
import { toReviewViews } from './quality.ts';
import { toTaskView } from './views.ts';

type InboxTaskRow = TaskRow & AgentStatusRow & { waiting_since: string };

/** The tasks of the inbox, which the index `tasks_inbox` holds in this order. Its parameter is the limit. */
const inbox = sql`select task_id from tasks where waiting_since is not null
  order by waiting_since, task_id limit ${0}`;

/** What waits for a person, the longest waiting first: five queries, however many tasks there are. */
export function inboxQuery(db: Kysely<Tables>): ReadModels['listInbox'] {
  const query = <R>(text: RawBuilder<R>) => fixedQuery(db, text);
  const tasks = query(sql<InboxTaskRow>`select * from tasks
    join agent_statuses using (task_id) where waiting_since is not null
    order by waiting_since, task_id limit ${0}`);
  const questions = query(sql<QuestionRow>`select * from questions
    where status = 'pending' and task_id in (${inbox}) order by ordinal`);
  const dependencies = query(sql<DependencyRow>`select * from dependencies
    where status = 'pending' and task_id in (${inbox}) order by ordinal`);
  const reviews = query(sql<ReviewRow>`select reviews.* from reviews join tasks using (task_id)
    where tasks.status = 'review' and reviews.status in ('pending', 'in_review')
    and task_id in (${inbox}) order by ordinal`);
  const feedback =
    query(sql<FeedbackRow>`select feedback.* from reviews join feedback using (task_id, review_id)
    where reviews.status in ('pending', 'in_review') and task_id in (${inbox})
    order by feedback.ordinal`);

  return (limit) =>
    readSnapshot(db, async (snapshot) => {
      const taskRows = await tasks(snapshot, limit);
      if (taskRows.length === 0) return [];
      const questionsOf = byTask(await questions(snapshot, limit));
      const dependenciesOf = byTask(await dependencies(snapshot, limit));
      const reviewsOf = byTask(await reviews(snapshot, limit));
      const feedbackOf = byTask(await feedback(snapshot, limit));
      return taskRows.map((row): InboxItem => {
        // A cancelled task that was executed again has an older round that nobody closed.
        const review = reviewsOf(row).slice(-1);
        return {
          task: toTaskView(row),
          questions: questionsOf(row).map(toQuestionView),
          dependencies: dependenciesOf(row).map(toDependencyView),
          review: toReviewViews(review, feedbackOf(row))[0] ?? null,
          since: row.waiting_since,
        };
      });
    });
}

function byTask<R extends { task_id: string }>(
  rows: readonly R[],
): (task: { task_id: string }) => readonly R[] {
  const groups = new Map<string, R[]>();
  for (const row of rows) groups.set(row.task_id, [...(groups.get(row.task_id) ?? []), row]);
  return (task) => groups.get(task.task_id) ?? [];
}
