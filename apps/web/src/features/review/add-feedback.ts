'use client';

import type { FeedbackBody, FeedbackDto } from '@ccs/contract';
import { apiSend } from '../../lib/api.ts';
import { useSend } from '../../lib/use-send.ts';
import { useReviewAnswer } from './use-review-answer.ts';

/** Says something about a file of the open review at once. */
export function useAddFeedback(reviewId: string, taskId: string) {
  return useSend({
    mutationFn: (feedback: FeedbackBody) =>
      apiSend<FeedbackDto>('POST', `/reviews/${reviewId}/feedback`, feedback),
    ...useReviewAnswer(reviewId, taskId),
  });
}
