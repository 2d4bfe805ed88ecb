'use client';

import type { EventDto, PhaseDto, ReviewDto } from '@ccs/contract';
import { useQuery } from '@tanstack/react-query';
import { apiGet } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';

/** The phases of a task with their steps. */
export function usePhases(id: string) {
  return useQuery({
    queryKey: queryKeys.phases(id),
    queryFn: ({ signal }) => apiGet<{ items: PhaseDto[] }>(`/tasks/${id}/phases`, { signal }),
  });
}

/** The reviews of a task, oldest first. */
export function useReviews(id: string) {
  return useQuery({
    queryKey: queryKeys.reviews(id),
    queryFn: ({ signal }) => apiGet<{ items: ReviewDto[] }>(`/tasks/${id}/reviews`, { signal }),
  });
}

const EVENT_PAGE = 1000;

/** Every event of a task, oldest first. A task has some hundreds. */
export function useEvents(id: string) {
  return useQuery({
    queryKey: queryKeys.events(id),
    async queryFn({ signal }) {
      const all: EventDto[] = [];
      for (;;) {
        const after = all.at(-1)?.version ?? 0;
        const { items } = await apiGet<{ items: EventDto[] }>(`/tasks/${id}/events`, {
          query: { after, limit: EVENT_PAGE },
          signal,
        });
        all.push(...items);
        if (items.length < EVENT_PAGE) return all;
      }
    },
  });
}
