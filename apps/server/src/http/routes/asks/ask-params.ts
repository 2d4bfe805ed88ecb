import { idSchema } from '@ccs/contract';
import type { DependencyId, QuestionId } from '@ccs/core/vocabulary/ids';
import { DomainError } from '@ccs/core/kernel/domain-error';
import type { DependencyView, QuestionView } from '@ccs/core/task/view/task-views';
import { z } from 'zod';
import type { HttpDeps } from '../../http-deps.ts';

export const questionParams = z.object({ id: idSchema('question').transform((id) => id as QuestionId) });
export const dependencyParams = z.object({
  id: idSchema('dependency').transform((id) => id as DependencyId),
});

/** The question that a path names. @throws DomainError question_not_found */
export async function findQuestion(deps: HttpDeps, questionId: QuestionId): Promise<QuestionView> {
  const question = await deps.readModels.findQuestion(questionId);
  if (!question) throw new DomainError({ code: 'question_not_found', questionId });
  return question;
}

/** The dependency that a path names. @throws DomainError dependency_not_found */
export async function findDependency(deps: HttpDeps, dependencyId: DependencyId): Promise<DependencyView> {
  const dependency = await deps.readModels.findDependency(dependencyId);
  if (!dependency) throw new DomainError({ code: 'dependency_not_found', dependencyId });
  return dependency;
}
