'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { ApiError } from './api.ts';

export interface ProblemText {
  readonly title: string;
  /** What the server adds in English; null when there is nothing more. */
  readonly detail: string | null;
}

/**
 * Puts an error into words: by the server's code in the person's language, with the server's English text when the
 * code is new to this build.
 */
export function useProblemText(): (error: unknown) => ProblemText {
  const t = useTranslations();
  const locale = useLocale();
  return useCallback(
    (error) => {
      if (!(error instanceof ApiError)) return { title: t('error.unknown'), detail: null };
      const key = `problem.${error.code}` as 'problem.route_not_found';
      const { problem } = error;
      if (!t.has(key)) {
        const title = problem ? `${problem.title} ${problem.whatToDo}`.trim() : t('error.unknown');
        return { title, detail: problem?.detail ?? null };
      }
      const detail = locale === 'en' ? (problem?.detail ?? null) : null;
      return { title: t(key), detail };
    },
    [t, locale],
  );
}
