'use client';

import type { FailureDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** What a failure means and what to do, by its code; the server's English text for a code that is new to us. */
export function useFailureText(): (failure: FailureDto) => { meaning: string; whatToDo: string } {
  const t = useTranslations('failure');
  return useCallback(
    (failure) => {
      const meaning = `${failure.code}.meaning` as 'cancelled.meaning';
      if (!t.has(meaning)) return { meaning: failure.message, whatToDo: failure.whatToDo };
      return { meaning: t(meaning), whatToDo: t(`${failure.code}.whatToDo` as 'cancelled.whatToDo') };
    },
    [t],
  );
}
