import type { Feedback } from '../model/reviews.ts';
import type { TaskState } from '../model/state.ts';

/** What people said about a phase and nobody has resolved, in all rounds, oldest first. */
export function openFeedback(task: TaskState, phase: number): readonly Feedback[] {
  return task.reviews
    .filter((review) => review.phase === phase)
    .flatMap((review) => review.feedback)
    .filter((each) => each.state === 'open');
}
