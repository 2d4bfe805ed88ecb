'use client';

import type { FeedbackBody, ReviewDto } from '@ccs/contract';
import { useMutation } from '@tanstack/react-query';
import { apiSend } from '../../lib/api.ts';
import { type AfterAnswer, useReviewAnswer } from './use-review-answer.ts';

interface Approval {
  readonly note: string;
  /** Remarks to put on record before it is approved. */
  readonly comments?: readonly FeedbackBody[];
}

/** Approves a review: the next phase starts by itself, or the task is complete. */
export function useApproveReview(reviewId: string, taskId: string, after: AfterAnswer) {
  return useMutation({
    async mutationFn({ note, comments = [] }: Approval) {
      for (const comment of comments) await apiSend('POST', `/reviews/${reviewId}/feedback`, comment);
      const body = note.trim() === '' ? {} : { note: note.trim() };
      return apiSend<ReviewDto>('PATCH', `/reviews/${reviewId}/approve`, body);
    },
    ...useReviewAnswer(reviewId, taskId, after),
  });
}
