'use client';

import type { FileDiffDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';

/** "+12 −3". */
export function ChangeCounts({ change }: { readonly change: Pick<FileDiffDto, 'additions' | 'deletions'> }) {
  const t = useTranslations('diff');
  const { additions, deletions } = change;
  if (additions === 0 && deletions === 0) return null;
  return (
    <span className="nums shrink-0 text-2xs" title={t('counts', { additions, deletions })}>
      <span className="sr-only">{t('counts', { additions, deletions })}</span>
      {additions > 0 && (
        <span aria-hidden className="text-done">
          +{additions}
        </span>
      )}
      {additions > 0 && deletions > 0 && ' '}
      {deletions > 0 && (
        <span aria-hidden className="text-fail">
          −{deletions}
        </span>
      )}
    </span>
  );
}
