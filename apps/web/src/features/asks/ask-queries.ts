'use client';

import type { DependencyDto, QuestionDto } from '@ccs/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { apiGet } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { asksOf } from './ask.ts';

const NONE: readonly never[] = [];

/** All that a task ever asked, what stops work first, each oldest first. Kept fresh by `useTaskStream`. */
export function useAsks(taskId: string) {
  const questions = useQuery({
    queryKey: queryKeys.questions(taskId),
    queryFn: ({ signal }) => apiGet<{ items: QuestionDto[] }>(`/tasks/${taskId}/questions`, { signal }),
  });
  const dependencies = useQuery({
    queryKey: queryKeys.dependencies(taskId),
    queryFn: ({ signal }) => apiGet<{ items: DependencyDto[] }>(`/tasks/${taskId}/dependencies`, { signal }),
  });
  const asked = questions.data?.items ?? NONE;
  const needed = dependencies.data?.items ?? NONE;
  const asks = useMemo(() => asksOf(asked, needed), [asked, needed]);
  return {
    asks,
    isPending: questions.isPending || dependencies.isPending,
    error: questions.error ?? dependencies.error,
    refetch() {
      void questions.refetch();
      void dependencies.refetch();
    },
  };
}
