'use client';

import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys.ts';

/** What else to do; it is done also when the answer takes the form away that it was sent from. */
export interface AfterAnswer {
  readonly onSuccess?: () => void;
  readonly onError?: (error: Error) => void;
}

/** Done or refused: the truth about a review is on the server. */
export function useReviewAnswer(reviewId: string, taskId: string, after: AfterAnswer = {}) {
  const queryClient = useQueryClient();
  return {
    ...after,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.review(reviewId) }),
        queryClient.invalidateQueries({ queryKey: queryKeys.task(taskId) }),
      ]),
  };
}
