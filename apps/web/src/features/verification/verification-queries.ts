'use client';

import type { VerificationList } from '@ccs/contract';
import { useQuery } from '@tanstack/react-query';
import { apiGet } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';

/** Every verification of a task and every attempt to mend what failed, oldest first. */
export function useVerifications(taskId: string) {
  return useQuery({
    queryKey: queryKeys.verifications(taskId),
    queryFn: ({ signal }) => apiGet<VerificationList>(`/tasks/${taskId}/verifications`, { signal }),
  });
}
