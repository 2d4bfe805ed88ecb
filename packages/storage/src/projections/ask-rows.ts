import type { TaskViews } from '@ccs/core/task/view/derive-views';
import type { DependencyView, QuestionView } from '@ccs/core/task/view/task-views';
import type { DependencyRow, MessageRow, QuestionRow } from '../schema/ask-tables.ts';

/** What questions and dependencies have in common. */
function askColumns(ask: QuestionView | DependencyView, ordinal: number) {
  return {
    task_id: ask.taskId,
    ordinal,
    run_id: ask.runId,
    phase: ask.phase,
    status: ask.status,
    required: ask.required ? 1 : 0,
    source: ask.source,
    tool_use_id: ask.toolUseId,
    deferred: ask.deferred ? 1 : 0,
    created_at: ask.createdAt,
    expires_at: ask.expiresAt,
    resolved_at: ask.resolvedAt,
    resolved_by: ask.resolvedBy,
    delivered_at: ask.deliveredAt,
  };
}

export function questionRows({ questions }: TaskViews): readonly QuestionRow[] {
  return questions.map((question, ordinal) => ({
    ...askColumns(question, ordinal),
    question_id: question.questionId,
    category: question.category,
    question: question.question,
    options: JSON.stringify(question.options),
    multi_select: question.multiSelect ? 1 : 0,
    default_answer: question.default,
    answer: question.answer,
  }));
}

export function dependencyRows({ dependencies }: TaskViews): readonly DependencyRow[] {
  return dependencies.map((dependency, ordinal) => ({
    ...askColumns(dependency, ordinal),
    dependency_id: dependency.dependencyId,
    type: dependency.type,
    name: dependency.name,
    description: dependency.description,
    permission: dependency.permission && JSON.stringify(dependency.permission),
    secret_id: dependency.secretId,
    file_path: dependency.filePath,
    scope: dependency.scope,
  }));
}

export function messageRows({ messages }: TaskViews): readonly MessageRow[] {
  return messages.map((message, ordinal) => ({
    message_id: message.messageId,
    task_id: message.taskId,
    ordinal,
    text: message.text,
    delivery: message.delivery,
    sent_at: message.sentAt,
    sent_by: message.sentBy,
    delivered_at: message.deliveredAt,
  }));
}
