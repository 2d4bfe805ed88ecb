'use client';

import type { ReviewDto } from '@ccs/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiSend } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';

/** Approves a review: the next phase starts by itself, or the task is complete. */
export function useApproveReview(taskId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ reviewId, note }: { reviewId: string; note: string }) =>
      apiSend<ReviewDto>(
        'PATCH',
        `/reviews/${reviewId}/approve`,
        note.trim() === '' ? {} : { note: note.trim() },
      ),
    // Approved or refused: the truth is on the server.
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.task(taskId) }),
  });
}
