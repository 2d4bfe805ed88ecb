'use client';

import type { FeedbackDto } from '@ccs/contract';
import { apiSend } from '../../lib/api.ts';
import { useSend } from '../../lib/use-send.ts';
import { useReviewAnswer } from './use-review-answer.ts';

/** A person resolves or reopens what was said. */
export function useSetFeedbackState(reviewId: string, taskId: string) {
  return useSend({
    mutationFn: ({ id, state }: Pick<FeedbackDto, 'id' | 'state'>) =>
      apiSend<FeedbackDto>('PATCH', `/feedback/${id}`, { state }),
    ...useReviewAnswer(reviewId, taskId),
  });
}
