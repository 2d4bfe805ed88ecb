'use client';

import type { DiffDto, MergeBody, MergePlanDto, TaskDto } from '@ccs/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiSend } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useSend } from '../../lib/use-send.ts';

/** What one phase changed, or (null) the whole work. */
export function useChanges(taskId: string, phase: number | null) {
  return useQuery({
    queryKey: [...queryKeys.changes(taskId), phase],
    queryFn: ({ signal }) => apiGet<DiffDto>(`/tasks/${taskId}/diff`, { query: { phase }, signal }),
    placeholderData: (before) => before,
  });
}

/** Where a merge would go now; read anew each time that it is wanted, since the person can check out another branch. */
export function useMergePlan(taskId: string, isWanted: boolean) {
  return useQuery({
    queryKey: [...queryKeys.changes(taskId), 'merge'],
    queryFn: ({ signal }) => apiGet<MergePlanDto>(`/tasks/${taskId}/merge`, { signal }),
    enabled: isWanted,
    staleTime: 0,
  });
}

/** Brings the work back to where it came from. */
export function useMergeTask(taskId: string) {
  const queryClient = useQueryClient();
  return useSend({
    mutationFn: (body: MergeBody) => apiSend<TaskDto>('POST', `/tasks/${taskId}/merge`, body),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.task(taskId) }),
  });
}
