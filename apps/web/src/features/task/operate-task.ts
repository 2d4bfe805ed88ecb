'use client';

import type { EditTaskBody, TaskDto } from '@ccs/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { apiSend } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useSend } from '../../lib/use-send.ts';

/** Takes the answer of a change into what is loaded; after a refusal, reads what is true. */
function useTaskAnswer(id: string) {
  const queryClient = useQueryClient();
  return {
    onSuccess(task: TaskDto) {
      queryClient.setQueryData<TaskDto>(queryKeys.taskItself(id), (before) =>
        before && before.version > task.version ? before : task,
      );
    },
    onError() {
      void queryClient.invalidateQueries({ queryKey: queryKeys.task(id) });
    },
  };
}

/** Execute, pause, resume or cancel. */
export function useOperateTask(id: string) {
  return useSend({
    mutationFn: (operation: 'execute' | 'pause' | 'resume' | 'cancel') =>
      apiSend<TaskDto>('POST', `/tasks/${id}/${operation}`),
    ...useTaskAnswer(id),
  });
}

export function useEditTask(id: string) {
  return useSend({
    mutationFn: (change: EditTaskBody) => apiSend<TaskDto>('PATCH', `/tasks/${id}`, change),
    ...useTaskAnswer(id),
  });
}

/** Deletes the task, with its workspace when `removeFiles`, and goes home. */
export function useDeleteTask(id: string) {
  const router = useRouter();
  const queryClient = useQueryClient();
  return useSend({
    mutationKey: queryKeys.deletion(id),
    // What is being read about it would find nothing any more.
    onMutate: () => queryClient.cancelQueries({ queryKey: queryKeys.task(id) }),
    onError: () => void queryClient.invalidateQueries({ queryKey: queryKeys.task(id) }),
    mutationFn: (removeFiles: boolean) => apiSend<void>('DELETE', `/tasks/${id}`, undefined, { removeFiles }),
    onSuccess: () => router.push('/'),
  });
}
