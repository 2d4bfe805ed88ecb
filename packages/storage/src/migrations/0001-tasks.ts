import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../dialects/column-types.ts';

/** Events, jobs, policy positions and the read models of tasks. */
export async function createTaskTables(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createEvents(db, types);
  await createJobs(db, types);
  await createTasks(db, types);
  await createPhases(db, types);
  await createRunsAndReviews(db, types);
}

async function createEvents(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const events = db.schema
    .createTable('events')
    .addColumn('position', types.seq, types.seqColumn)
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('task_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('schema_version', 'integer', (column) => column.notNull())
    .addColumn('timestamp', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('command_id', 'text')
    .addColumn('command_index', 'integer', (column) => column.notNull())
    .addUniqueConstraint('events_stream_version', ['task_id', 'version']);
  await types.strict(events).execute();
  await db.schema
    .createIndex('events_command')
    .unique()
    .on('events')
    .columns(['task_id', 'command_id', 'command_index'])
    .where(sql.ref('command_id'), 'is not', null)
    .execute();
  const positions = db.schema
    .createTable('policy_positions')
    .addColumn('policy', 'text', (column) => column.primaryKey().notNull())
    .addColumn('position', types.big, (column) => column.notNull());
  await types.strict(positions).execute();
}

async function createJobs(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const jobs = db.schema
    .createTable('jobs')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('task_id', 'text', (column) => column.notNull())
    .addColumn('priority', 'integer', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'text');
  await types.strict(jobs).execute();
  await db.schema.createIndex('jobs_order').on('jobs').columns(['priority desc', 'id']).execute();
}

async function createTasks(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const tasks = db.schema
    .createTable('tasks')
    .addColumn('task_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('prompt', 'text', (column) => column.notNull())
    .addColumn('search_text', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('progress', 'integer', (column) => column.notNull())
    .addColumn('current_phase', 'integer')
    .addColumn('current_step', 'integer')
    .addColumn('workspace_path', 'text', (column) => column.notNull())
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('auto_approve', 'integer', (column) => column.notNull())
    .addColumn('gates', 'text', (column) => column.notNull())
    .addColumn('auto_accept', 'integer', (column) => column.notNull())
    .addColumn('question_timeout_minutes', 'integer', (column) => column.notNull())
    .addColumn('source', 'text')
    .addColumn('merged', 'text')
    .addColumn('priority', 'text', (column) => column.notNull())
    .addColumn('failure', 'text')
    .addColumn('usage', 'text', (column) => column.notNull())
    .addColumn('worked_ms', types.big, (column) => column.notNull())
    .addColumn('working_since', 'text')
    .addColumn('waiting_since', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text')
    .addColumn('completed_at', 'text');
  await types.strict(tasks).execute();
  const index = (name: string, columns: readonly string[]) =>
    db.schema
      .createIndex(name)
      .on('tasks')
      .columns([...columns])
      .execute();
  await index('tasks_newest', ['created_at', 'task_id']);
  await index('tasks_status_newest', ['status', 'created_at', 'task_id']);
  await index('tasks_type_newest', ['type', 'created_at', 'task_id']);
  await db.schema
    .createIndex('tasks_inbox')
    .on('tasks')
    .columns(['waiting_since', 'task_id'])
    .where(sql.ref('waiting_since'), 'is not', null)
    .execute();
  const statuses = db.schema
    .createTable('agent_statuses')
    .addColumn('task_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('agent_status', 'text', (column) => column.notNull())
    .addColumn('blocked_by', 'text')
    .addColumn('blocked_detail', 'text');
  await types.strict(statuses).execute();
}

async function createPhases(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const phases = db.schema
    .createTable('phases')
    .addColumn('task_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('started_at', 'text')
    .addColumn('completed_at', 'text')
    .addColumn('outputs', 'text', (column) => column.notNull())
    .addColumn('rework_for', 'text')
    .addColumn('verification_id', 'text')
    .addColumn('verifier_failures', 'integer', (column) => column.notNull())
    .addColumn('rework_attempts', 'integer', (column) => column.notNull())
    .addColumn('base_commit', 'text')
    .addColumn('commit', 'text')
    .addPrimaryKeyConstraint('phases_key', ['task_id', 'number']);
  await types.strict(phases).execute();
  const steps = db.schema
    .createTable('steps')
    .addColumn('task_id', 'text', (column) => column.notNull())
    .addColumn('phase', 'integer', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('evidence', 'text')
    .addColumn('started_at', 'text')
    .addColumn('completed_at', 'text')
    .addPrimaryKeyConstraint('steps_key', ['task_id', 'phase', 'number']);
  await types.strict(steps).execute();
}

async function createRunsAndReviews(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const runs = db.schema
    .createTable('runs')
    .addColumn('run_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('task_id', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('phase', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('failure', 'text')
    .addColumn('usage', 'text')
    .addColumn('requested_at', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text')
    .addColumn('ended_at', 'text');
  await types.strict(runs).execute();
  await db.schema.createIndex('runs_of_task').on('runs').columns(['task_id', 'ordinal']).execute();
  await db.schema.createIndex('runs_status').on('runs').column('status').execute();
  const reviews = db.schema
    .createTable('reviews')
    .addColumn('review_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('task_id', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('phase', 'integer', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('files', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('resolved_at', 'text')
    .addColumn('resolved_by', 'text')
    .addColumn('note', 'text')
    .addColumn('verification_id', 'text')
    .addColumn('base_commit', 'text')
    .addColumn('commit', 'text');
  await types.strict(reviews).execute();
  await db.schema.createIndex('reviews_of_task').on('reviews').columns(['task_id', 'ordinal']).execute();
}
