import type { Timestamp } from '../../kernel/event.ts';
import type { DependencyId, QuestionId } from '../../vocabulary/ids.ts';
import type { TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';

/** Settles an optional request whose time has come: a question by its default, a dependency by skipping it. */
export function expireAsk(
  state: TaskState | null,
  { id, now }: { readonly id: QuestionId | DependencyId; readonly now: Timestamp },
): readonly TaskEvent[] {
  const isDue = (ask: { status: string; expiresAt: Timestamp | null }): boolean =>
    ask.status === 'pending' && ask.expiresAt !== null && ask.expiresAt <= now;
  const question = state?.questions.find((each) => each.questionId === id);
  if (question && question.default !== null && isDue(question)) {
    const { questionId, default: answer } = question;
    return [{ type: 'QuestionExpired', payload: { questionId, answer } }];
  }
  const dependency = state?.dependencies.find((each) => each.dependencyId === id);
  if (!dependency || !isDue(dependency)) return [];
  return [{ type: 'DependencySkipped', payload: { dependencyId: dependency.dependencyId } }];
}
