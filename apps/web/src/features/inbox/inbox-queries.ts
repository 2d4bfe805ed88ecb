'use client';

import type { InboxDto, InboxItemDto } from '@ccs/contract';
import { useQuery } from '@tanstack/react-query';
import { apiGet } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { orderInbox } from './order-inbox.ts';

/** What waits for the person, merged per task, in the order in which it is shown. Kept fresh by `useTasksLive`. */
export function useInbox() {
  return useQuery({
    queryKey: queryKeys.inbox,
    queryFn: ({ signal }) => apiGet<InboxDto>('/inbox', { signal }),
    select: inOrder,
  });
}

const inOrder = ({ items }: InboxDto): readonly InboxItemDto[] => orderInbox(items);
