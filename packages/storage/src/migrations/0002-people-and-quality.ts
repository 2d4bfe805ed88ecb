import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../dialects/column-types.ts';

/** Questions, dependencies, messages, feedback, verifications and rework attempts. */
export async function createPeopleTables(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createQuestions(db, types);
  await createDependencies(db, types);
  await createMessages(db, types);
  await createFeedback(db, types);
  await createVerifications(db, types);
  await createReworkAttempts(db, types);
}

/** A table of lists: of each task, in an order of their own. */
function listTable(db: Kysely<unknown>, name: string, key: string) {
  return db.schema
    .createTable(name)
    .addColumn(key, 'text', (column) => column.primaryKey().notNull())
    .addColumn('task_id', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull());
}

function askTable(db: Kysely<unknown>, name: string, key: string) {
  return listTable(db, name, key)
    .addColumn('run_id', 'text', (column) => column.notNull())
    .addColumn('phase', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('required', 'integer', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('tool_use_id', 'text')
    .addColumn('deferred', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text')
    .addColumn('resolved_at', 'text')
    .addColumn('resolved_by', 'text')
    .addColumn('delivered_at', 'text');
}

async function create<T extends string, C extends string>(
  db: Kysely<unknown>,
  types: ColumnTypes,
  name: string,
  table: CreateTableBuilder<T, C>,
): Promise<void> {
  await types.strict(table).execute();
  await db.schema.createIndex(`${name}_of_task`).on(name).columns(['task_id', 'ordinal']).execute();
}

async function createQuestions(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const questions = askTable(db, 'questions', 'question_id')
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('options', 'text', (column) => column.notNull())
    .addColumn('multi_select', 'integer', (column) => column.notNull())
    .addColumn('default_answer', 'text')
    .addColumn('answer', 'text');
  await create(db, types, 'questions', questions);
  await indexExpiry(db, 'questions');
}

async function createDependencies(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const dependencies = askTable(db, 'dependencies', 'dependency_id')
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('permission', 'text')
    .addColumn('secret_id', 'text')
    .addColumn('file_path', 'text')
    .addColumn('scope', 'text');
  await create(db, types, 'dependencies', dependencies);
  await indexExpiry(db, 'dependencies');
}

async function indexExpiry(db: Kysely<unknown>, table: string): Promise<void> {
  await db.schema
    .createIndex(`${table}_expiry`)
    .on(table)
    .column('expires_at')
    .where(sql.ref('status'), '=', sql.lit('pending'))
    .execute();
}

async function createMessages(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const messages = listTable(db, 'messages', 'message_id')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('delivery', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text', (column) => column.notNull())
    .addColumn('sent_by', 'text', (column) => column.notNull())
    .addColumn('delivered_at', 'text');
  await create(db, types, 'messages', messages);
}

async function createFeedback(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const feedback = listTable(db, 'feedback', 'feedback_id')
    .addColumn('review_id', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('start_line', 'integer')
    .addColumn('end_line', 'integer')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('excerpt', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('proposal', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull());
  await create(db, types, 'feedback', feedback);
}

async function createVerifications(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const verifications = listTable(db, 'verifications', 'verification_id')
    .addColumn('phase', 'integer', (column) => column.notNull())
    .addColumn('run_id', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('criteria', 'text', (column) => column.notNull())
    .addColumn('tests', 'text')
    .addColumn('failure', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull());
  await create(db, types, 'verifications', verifications);
}

async function createReworkAttempts(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const attempts = db.schema
    .createTable('rework_attempts')
    .addColumn('task_id', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('phase', 'integer', (column) => column.notNull())
    .addColumn('attempt_number', 'integer', (column) => column.notNull())
    .addColumn('verification_id', 'text', (column) => column.notNull())
    .addColumn('failed_criteria', 'text', (column) => column.notNull())
    .addColumn('rework_prompt', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('completed_at', 'text')
    .addColumn('result', 'text')
    .addPrimaryKeyConstraint('rework_attempts_key', ['task_id', 'ordinal']);
  await types.strict(attempts).execute();
}
