'use client';

import type { AnswerQuestionBody, DependencyDto, ProvideDependencyBody, QuestionDto } from '@ccs/contract';
import { useQueryClient } from '@tanstack/react-query';
import { apiSend } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useSend } from '../../lib/use-send.ts';
import type { Ask } from './ask.ts';

/** How a person settles an ask: the answer to a question, or what a dependency is met with. */
export type Settlement = AnswerQuestionBody | ProvideDependencyBody;

/** Answers a question or meets a dependency, once; after a refusal, reads what is true. */
export function useSettleAsk(ask: Ask) {
  const queryClient = useQueryClient();
  return useSend({
    // What is sent can be a secret: it is forgotten as soon as nothing shows it.
    gcTime: 0,
    async mutationFn(body: Settlement): Promise<Ask> {
      return ask.kind === 'question'
        ? { kind: ask.kind, ...(await apiSend<QuestionDto>('POST', `/questions/${ask.id}/answer`, body)) }
        : {
            kind: ask.kind,
            ...(await apiSend<DependencyDto>('POST', `/dependencies/${ask.id}/provide`, body)),
          };
    },
    onSettled() {
      for (const queryKey of [
        queryKeys.inbox,
        queryKeys.questions(ask.taskId),
        queryKeys.dependencies(ask.taskId),
      ]) {
        void queryClient.invalidateQueries({ queryKey });
      }
    },
  });
}
