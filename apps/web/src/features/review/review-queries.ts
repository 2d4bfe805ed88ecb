'use client';

import type { DiffDto, FileContent, ReviewDto } from '@ccs/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { apiGet } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';

/** One round of review with its feedback. */
export function useReview(id: string) {
  return useQuery({
    queryKey: queryKeys.review(id),
    queryFn: ({ signal }) => apiGet<ReviewDto>(`/reviews/${id}`, { signal }),
    enabled: id !== '',
  });
}

export type Against = 'phase' | 'previous';

/** What the phase changed, or what changed since the round before. What is reviewed never changes. */
export function useReviewDiff(id: string, against: Against, isWanted = true) {
  return useQuery({
    queryKey: queryKeys.reviewDiff(id, against),
    queryFn: ({ signal }) => apiGet<DiffDto>(`/reviews/${id}/diff`, { query: { against }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isWanted,
  });
}

/** A file as it is under review; of a review without a commit, as it is in the workspace. */
export function useReviewFile({ id, taskId, commit }: ReviewDto, path: string, isWanted: boolean) {
  const from = commit === null ? `/tasks/${taskId}/files/content` : `/reviews/${id}/files/content`;
  return useQuery({
    queryKey: queryKeys.reviewFile(id, path),
    queryFn: ({ signal }) => apiGet<FileContent>(from, { query: { path }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isWanted,
  });
}

/** Reads a review and what belongs to its task again when the task has changed. */
export function useReviewLive(review: ReviewDto, version: number | undefined): void {
  const queryClient = useQueryClient();
  const known = useRef(version);
  const { id, taskId } = review;
  useEffect(() => {
    if (version === undefined || known.current === version) return;
    const isFirst = known.current === undefined;
    known.current = version;
    if (isFirst) return;
    void queryClient.invalidateQueries({ queryKey: queryKeys.review(id) });
    void queryClient.invalidateQueries({
      queryKey: queryKeys.task(taskId),
      predicate: ({ queryKey }) => queryKey[2] !== 'itself',
    });
  }, [queryClient, id, taskId, version]);
  useEffect(
    // Nobody says any more what changes: whoever shows it next reads it again.
    () => () => {
      for (const queryKey of [queryKeys.review(id), queryKeys.task(taskId)]) {
        void queryClient.invalidateQueries({ queryKey, refetchType: 'none' });
      }
    },
    [queryClient, id, taskId],
  );
}
