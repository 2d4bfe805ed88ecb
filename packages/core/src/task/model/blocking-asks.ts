import type { DependencyState } from './dependencies.ts';
import type { QuestionState } from './questions.ts';
import type { TaskState } from './state.ts';

/** What must be answered before work goes on: required questions, and all dependencies, oldest first. */
export function blockingAsks(state: Pick<TaskState, 'questions' | 'dependencies'>): {
  readonly questions: readonly QuestionState[];
  readonly dependencies: readonly DependencyState[];
} {
  return {
    questions: state.questions.filter((each) => each.status === 'pending' && each.required),
    dependencies: state.dependencies.filter((each) => each.status === 'pending'),
  };
}

/** Whether work stops until a person answers. */
export function isBlocked(state: Pick<TaskState, 'questions' | 'dependencies'>): boolean {
  const { questions, dependencies } = blockingAsks(state);
  return questions.length + dependencies.length > 0;
}

/** How many requests wait for a person: those for which work stops, or the others. */
export function countOpenAsks(state: TaskState, blocking: boolean): number {
  const { questions, dependencies } = blockingAsks(state);
  const count = questions.length + dependencies.length;
  if (blocking) return count;
  return state.questions.filter((each) => each.status === 'pending' && !each.required).length;
}
