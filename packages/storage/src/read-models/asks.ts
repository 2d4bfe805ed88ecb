import type { ReadModels } from '@ccs/core/ports/read-models';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import { toDependencyView, toMessageView, toQuestionView } from './ask-views.ts';

type Asks = Pick<
  ReadModels,
  | 'listQuestions'
  | 'findQuestion'
  | 'listExpiredQuestions'
  | 'nextQuestionExpiry'
  | 'listDependencies'
  | 'findDependency'
  | 'listMessages'
>;

/** Queries of questions, dependencies and messages. */
export function askQueries(db: Kysely<Tables>): Asks {
  // Written out: SQLite uses a partial index only when its condition stands in the text of the query.
  const isPending = sql<boolean>`status = 'pending'`;
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

    async listExpiredQuestions(now) {
      const select = db.selectFrom('questions').selectAll().where(isPending).where('expires_at', '<=', now);
      const rows = await select.orderBy('expires_at').orderBy('question_id').execute();
      return rows.map(toQuestionView);
    },

    async nextQuestionExpiry() {
      const select = db.selectFrom('questions').select('expires_at').where(isPending);
      const row = await select
        .where('expires_at', 'is not', null)
        .orderBy('expires_at')
        .limit(1)
        .executeTakeFirst();
      return row?.expires_at ?? null;
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
