'use client';

import type { SystemInfo, TaskCounts, TaskDto, TaskPage } from '@ccs/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { apiGet } from '../../lib/api.ts';
import { queryKeys, type TaskFilter } from '../../lib/query-keys.ts';

/** Tasks that match, newest first, page by page. */
export function useTaskList(filter: TaskFilter, limit = 50) {
  return useInfiniteQuery({
    queryKey: queryKeys.list(filter, limit),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      apiGet<TaskPage>('/tasks', {
        query: { status: filter.status, q: filter.q, limit, cursor: pageParam },
        signal,
      }),
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (before) => before,
  });
}

export function useTaskCounts() {
  return useQuery({
    queryKey: queryKeys.counts,
    queryFn: ({ signal }) => apiGet<TaskCounts>('/tasks/counts', { signal }),
  });
}

export function useTask(id: string) {
  return useQuery({
    queryKey: queryKeys.taskItself(id),
    queryFn: ({ signal }) => apiGet<TaskDto>(`/tasks/${id}`, { signal }),
  });
}

export function useSystem() {
  return useQuery({
    queryKey: queryKeys.system,
    queryFn: ({ signal }) => apiGet<SystemInfo>('/system', { signal }),
  });
}
