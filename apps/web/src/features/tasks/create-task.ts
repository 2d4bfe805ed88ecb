'use client';

import type { CreateTaskBody, TaskDto } from '@ccs/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { apiSend } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useSend } from '../../lib/use-send.ts';

/** Creates a task and goes to its page. */
export function useCreateTask() {
  const queryClient = useQueryClient();
  const router = useRouter();
  return useSend({
    mutationFn: (body: CreateTaskBody) => apiSend<TaskDto>('POST', '/tasks', body),
    onSuccess(task) {
      queryClient.setQueryData(queryKeys.taskItself(task.id), task);
      router.push(`/task?id=${task.id}`);
    },
  });
}
