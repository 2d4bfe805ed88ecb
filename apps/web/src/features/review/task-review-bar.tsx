'use client';

import type { PhaseDto, ReviewDto, TaskDto } from '@ccs/contract';
import { useReviews } from '../task/task-page-queries.ts';
import { ReviewBar } from './review-bar.tsx';
import { useDesk } from './use-desk.ts';

interface Props {
  readonly task: TaskDto;
  readonly phases: readonly PhaseDto[];
}

/** The decision that a task waits for, on its page. */
export function TaskReviewBar({ task, phases }: Props) {
  const reviews = useReviews(task.id).data?.items ?? [];
  const review = reviews.findLast((each) => each.status === 'pending' || each.status === 'in_review');
  if (!review) return null;
  const rounds = reviews.filter((each) => each.phase === review.phase);
  return <OpenReview key={review.id} task={task} phases={phases} review={review} rounds={rounds} />;
}

interface OpenProps extends Props {
  readonly review: ReviewDto;
  readonly rounds: readonly ReviewDto[];
}

function OpenReview({ review, ...rest }: OpenProps) {
  return <ReviewBar {...rest} desk={useDesk(review, rest.rounds, rest.task)} isOnTaskPage />;
}
