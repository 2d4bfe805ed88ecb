import type { DependencyView, MessageView, QuestionView } from '@ccs/core/task/view/task-views';
import type { DependencyRow, MessageRow, QuestionRow } from '../schema/ask-tables.ts';
import { parseOrNull } from './views.ts';

/* The way back from rows to views; about the casts: `views.ts`. */

function askFields(row: QuestionRow | DependencyRow) {
  return {
    taskId: row.task_id,
    runId: row.run_id,
    phase: row.phase,
    status: row.status,
    required: row.required === 1,
    source: row.source,
    toolUseId: row.tool_use_id,
    deferred: row.deferred === 1,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    resolvedAt: row.resolved_at,
    resolvedBy: row.resolved_by,
    deliveredAt: row.delivered_at,
  };
}

export function toQuestionView(row: QuestionRow): QuestionView {
  return {
    ...askFields(row),
    questionId: row.question_id,
    category: row.category,
    question: row.question,
    options: JSON.parse(row.options),
    multiSelect: row.multi_select === 1,
    default: row.default_answer,
    answer: row.answer,
  } as QuestionView;
}

export function toDependencyView(row: DependencyRow): DependencyView {
  return {
    ...askFields(row),
    dependencyId: row.dependency_id,
    type: row.type,
    name: row.name,
    description: row.description,
    permission: parseOrNull(row.permission),
    secretId: row.secret_id,
    filePath: row.file_path,
    scope: row.scope,
  } as DependencyView;
}

export function toMessageView(row: MessageRow): MessageView {
  return {
    messageId: row.message_id,
    taskId: row.task_id,
    text: row.text,
    delivery: row.delivery,
    sentAt: row.sent_at,
    sentBy: row.sent_by,
    deliveredAt: row.delivered_at,
  } as MessageView;
}
