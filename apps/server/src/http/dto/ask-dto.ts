import type { DependencyDto, QuestionDto } from '@ccs/contract';
import { allowedProvisions } from '@ccs/core/task/ask/provide-dependency';
import type { DependencyView, QuestionView } from '@ccs/core/task/view/task-views';

export function toQuestionDto(view: QuestionView): QuestionDto {
  return {
    id: view.questionId,
    taskId: view.taskId,
    phase: view.phase,
    category: view.category,
    question: view.question,
    options: [...view.options],
    multiSelect: view.multiSelect,
    default: view.default,
    required: view.required,
    source: view.source,
    status: view.status,
    answer: view.answer,
    createdAt: view.createdAt,
    expiresAt: view.expiresAt,
    resolvedAt: view.resolvedAt,
    resolvedBy: view.resolvedBy,
    deliveredAt: view.deliveredAt,
  };
}

/** Names only: neither the value nor its place in the vault leaves. */
export function toDependencyDto(view: DependencyView): DependencyDto {
  const { permission } = view;
  return {
    id: view.dependencyId,
    taskId: view.taskId,
    phase: view.phase,
    type: view.type,
    name: view.name,
    description: view.description,
    required: view.required,
    source: view.source,
    permission: permission && {
      tool: permission.tool,
      summary: permission.summary,
      rule: permission.rule,
    },
    status: view.status,
    scope: view.scope,
    filePath: view.filePath,
    provisions: [...allowedProvisions(view)],
    createdAt: view.createdAt,
    expiresAt: view.expiresAt,
    resolvedAt: view.resolvedAt,
    resolvedBy: view.resolvedBy,
    deliveredAt: view.deliveredAt,
  };
}
