'use client';

import type { MessageDto, SendMessageBody } from '@ccs/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiSend } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useSend } from '../../lib/use-send.ts';

interface Messages {
  readonly items: readonly MessageDto[];
}

/** What the person said after the prompt, oldest first. Kept fresh by `useTaskStream`. */
export function useMessages(taskId: string) {
  return useQuery({
    queryKey: queryKeys.messages(taskId),
    queryFn: ({ signal }) => apiGet<Messages>(`/tasks/${taskId}/messages`, { signal }),
  });
}

/** Says something more. */
export function useSendMessage(taskId: string) {
  const queryClient = useQueryClient();
  return useSend({
    mutationFn: (body: SendMessageBody) => apiSend<MessageDto>('POST', `/tasks/${taskId}/messages`, body),
    onSuccess(sent) {
      queryClient.setQueryData<Messages>(queryKeys.messages(taskId), (before) =>
        before && !before.items.some(({ id }) => id === sent.id)
          ? { items: [...before.items, sent] }
          : before,
      );
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.messages(taskId) }),
  });
}
