'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Ask } from './ask.ts';

export interface AskText {
  /** What is needed, in one sentence; `backticks` set off names. */
  readonly title: string;
  /** How it ended; null while it waits. */
  readonly outcome: string | null;
}

/** Puts an ask and what became of it into words. */
export function useAskText(): (ask: Ask) => AskText {
  const t = useTranslations('ask');
  return useCallback(
    (ask) => {
      if (ask.kind === 'question') {
        const answer = ask.answer ?? '';
        const outcomes = {
          pending: null,
          answered: answer,
          expired: t('outcome.expired', { answer }),
          withdrawn: t('outcome.withdrawn'),
        };
        return { title: ask.question, outcome: outcomes[ask.status] };
      }
      const title = ask.permission
        ? t('title.permission', { name: ask.permission.tool })
        : t(`title.${ask.type}`, { name: ask.name });
      const outcomes = {
        pending: null,
        provided: provided(ask),
        skipped: t('outcome.skipped'),
        denied: t('outcome.denied'),
      };
      return { title, outcome: outcomes[ask.status] };

      function provided({ permission, scope, filePath, type }: Ask & { kind: 'dependency' }): string {
        if (filePath !== null) return t('outcome.uploaded', { path: filePath });
        if (permission !== null && scope !== null) return t(`outcome.allowed.${scope}`);
        if (type === 'package' || type === 'permission') return t('outcome.allowed.once');
        return t(scope === null ? 'outcome.stored' : 'outcome.ready');
      }
    },
    [t],
  );
}
