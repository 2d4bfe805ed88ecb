import type { Timestamp } from '@ccs/core/kernel/event';
import type { TaskViews } from '@ccs/core/task/view/derive-views';

/**
 * Since when a task needs a person: since the oldest pending question or dependency, its review, or the change that
 * left it failed or interrupted. Null when it needs nobody; who cancelled a task knows that it stands still.
 */
export function waitingSince({ task, questions, dependencies, reviews }: TaskViews): Timestamp | null {
  const times = [...questions, ...dependencies]
    .filter((ask) => ask.status === 'pending')
    .map((ask) => ask.createdAt);
  const review = reviews.at(-1);
  if (task.status === 'review' && review) times.push(review.createdAt);
  const failed = task.status === 'failed' && task.failure?.code !== 'cancelled';
  if (failed || task.blockedBy === 'interrupted') times.push(task.updatedAt);
  return times.toSorted()[0] ?? null;
}
