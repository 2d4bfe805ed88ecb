'use client';

import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';

/** Done or refused: the truth about a review is on the server. */
export function useReviewAnswer(reviewId: string, taskId: string) {
  const queryClient = useQueryClient();
  return {
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.review(reviewId) }),
        queryClient.invalidateQueries({ queryKey: queryKeys.task(taskId) }),
      ]),
  };
}
