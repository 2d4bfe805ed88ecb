'use client';

import type { FeedbackBody, ReviewDto } from '@ccs/contract';
import { apiSend } from '../../lib/api.ts';
import { useSend } from '../../lib/use-send.ts';
import { type AfterAnswer, useReviewAnswer } from './use-review-answer.ts';

interface Request {
  readonly summary: string;
  readonly feedback: readonly FeedbackBody[];
}

/** Sends the phase back to the agent with everything that is open, in one request. */
export function useRequestChanges(reviewId: string, taskId: string, after: AfterAnswer) {
  return useSend({
    mutationFn: ({ summary, feedback }: Request) =>
      apiSend<ReviewDto>('PATCH', `/reviews/${reviewId}/request-changes`, {
        feedback,
        ...(summary.trim() === '' ? {} : { summary: summary.trim() }),
      }),
    ...useReviewAnswer(reviewId, taskId, after),
  });
}
