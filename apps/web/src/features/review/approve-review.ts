'use client';

import type { FeedbackBody, ReviewDto } from '@ccs/contract';
import { apiSend } from '../../lib/api.ts';
import { useSend } from '../../lib/use-send.ts';
import { type AfterAnswer, useReviewAnswer } from './use-review-answer.ts';

interface Approval {
  readonly note: string;
  /** Remarks to put on record before it is approved; each says when it is. */
  readonly comments?: readonly { readonly feedback: FeedbackBody; onSent(): void }[];
}

/** Approves a review: the next phase starts by itself, or the task is complete. */
export function useApproveReview(reviewId: string, taskId: string, after: AfterAnswer) {
  return useSend({
    async mutationFn({ note, comments = [] }: Approval) {
      for (const { feedback, onSent } of comments) {
        await apiSend('POST', `/reviews/${reviewId}/feedback`, feedback);
        onSent();
      }
      const body = note.trim() === '' ? {} : { note: note.trim() };
      return apiSend<ReviewDto>('PATCH', `/reviews/${reviewId}/approve`, body);
    },
    ...useReviewAnswer(reviewId, taskId, after),
  });
}
