'use client';

import type { DiffDto, TaskDto } from '@ccs/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiSend } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';

/** What one phase changed, or (null) the whole work. */
export function useChanges(taskId: string, phase: number | null) {
  return useQuery({
    queryKey: [...queryKeys.changes(taskId), phase],
    queryFn: ({ signal }) => apiGet<DiffDto>(`/tasks/${taskId}/diff`, { query: { phase }, signal }),
    placeholderData: (before) => before,
  });
}

/** Brings the work back to where it came from. */
export function useMergeTask(taskId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => apiSend<TaskDto>('POST', `/tasks/${taskId}/merge`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.task(taskId) }),
  });
}
