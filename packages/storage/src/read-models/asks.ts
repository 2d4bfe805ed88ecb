import type { ExpiredAsk, ReadModels } from '@ccs/core/ports/read-models';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import { toDependencyView, toMessageView, toQuestionView } from './ask-views.ts';

type Asks = Pick<
  ReadModels,
  | 'listQuestions'
  | 'findQuestion'
  | 'listExpiredAsks'
  | 'nextAskExpiry'
  | 'listDependencies'
  | 'findDependency'
  | 'listMessages'
>;

const MOST_EXPIRED = 1000;

/** Queries of questions, dependencies and messages. */
export function askQueries(db: Kysely<Tables>): Asks {
  // Written out: SQLite uses a partial index only when its condition stands in the text of the query.
  const isPending = sql<boolean>`status = 'pending'`;
  const expiring = (table: 'questions' | 'dependencies', id: string) =>
    db
      .selectFrom(table)
      .select(['task_id', 'expires_at', sql.ref<string>(id).as('id')])
      .where(isPending)
      .where('expires_at', 'is not', null)
      .orderBy('expires_at');
  return {
    async listQuestions(taskId) {
      const select = db.selectFrom('questions').selectAll().where('task_id', '=', taskId).orderBy('ordinal');
      return (await select.execute()).map(toQuestionView);
    },

    async findQuestion(questionId) {
      const select = db.selectFrom('questions').selectAll().where('question_id', '=', questionId);
      const row = await select.executeTakeFirst();
      return row ? toQuestionView(row) : null;
    },

    async listExpiredAsks(now) {
      const due = await Promise.all([
        expiring('questions', 'question_id').where('expires_at', '<=', now).limit(MOST_EXPIRED).execute(),
        expiring('dependencies', 'dependency_id')
          .where('expires_at', '<=', now)
          .limit(MOST_EXPIRED)
          .execute(),
      ]);
      return due
        .flat()
        .map((row) => ({ taskId: row.task_id, id: row.id, expiresAt: row.expires_at }) as ExpiredAsk)
        .toSorted((a, b) => a.expiresAt.localeCompare(b.expiresAt) || a.id.localeCompare(b.id))
        .slice(0, MOST_EXPIRED);
    },

    async nextAskExpiry() {
      const next = await Promise.all([
        expiring('questions', 'question_id').limit(1).executeTakeFirst(),
        expiring('dependencies', 'dependency_id').limit(1).executeTakeFirst(),
      ]);
      return next.flatMap((row) => row?.expires_at ?? []).toSorted()[0] ?? null;
    },

    async listDependencies(taskId) {
      const select = db.selectFrom('dependencies').selectAll().where('task_id', '=', taskId);
      return (await select.orderBy('ordinal').execute()).map(toDependencyView);
    },

    async findDependency(dependencyId) {
      const select = db.selectFrom('dependencies').selectAll().where('dependency_id', '=', dependencyId);
      const row = await select.executeTakeFirst();
      return row ? toDependencyView(row) : null;
    },

    async listMessages(taskId) {
      const select = db.selectFrom('messages').selectAll().where('task_id', '=', taskId).orderBy('ordinal');
      return (await select.execute()).map(toMessageView);
    },
  };
}
