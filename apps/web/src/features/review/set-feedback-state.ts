'use client';

import type { FeedbackDto } from '@ccs/contract';
import { useMutation } from '@tanstack/react-query';
import { apiSend } from '../../lib/api.ts';
import { useReviewAnswer } from './use-review-answer.ts';

/** A person resolves or reopens what was said. */
export function useSetFeedbackState(reviewId: string, taskId: string) {
  return useMutation({
    mutationFn: ({ id, state }: Pick<FeedbackDto, 'id' | 'state'>) =>
      apiSend<FeedbackDto>('PATCH', `/feedback/${id}`, { state }),
    ...useReviewAnswer(reviewId, taskId),
  });
}
