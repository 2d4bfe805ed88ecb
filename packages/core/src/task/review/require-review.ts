import { DomainError } from '../../kernel/domain-error.ts';
import type { ReviewId, TaskId } from '../../vocabulary/ids.ts';
import { requireOperation, requireTask } from '../lifecycle/require-task.ts';
import type { ReviewState } from '../model/reviews.ts';
import type { TaskState } from '../model/state.ts';

/** The review of this id and its task, if it is the newest round and open. @throws DomainError review_not_found, review_closed, illegal_transition */
export function requireOpenReview(
  state: TaskState | null,
  { taskId, reviewId }: { readonly taskId: TaskId; readonly reviewId: ReviewId },
): { readonly task: TaskState; readonly review: ReviewState } {
  const task = requireTask(state, taskId);
  const review = task.reviews.find((each) => each.reviewId === reviewId);
  if (!review) throw new DomainError({ code: 'review_not_found', reviewId });
  const isOpen = review.status === 'pending' || review.status === 'in_review';
  if (!isOpen || review !== task.reviews.at(-1)) {
    throw new DomainError({ code: 'review_closed', reviewId: review.reviewId, status: review.status });
  }
  requireOperation(task, 'approve');
  return { task, review };
}
