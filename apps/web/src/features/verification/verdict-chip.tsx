'use client';

import type { VerificationDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { TONE_GROUND, TONE_TEXT } from '../tasks/task-look.ts';
import { VERDICT_LOOKS } from './verdict-look.ts';

/** The verdict of a verification in a word; `null` when there is none. */
export function VerdictChip({ verification }: { readonly verification: VerificationDto | null }) {
  const t = useTranslations('verification');
  const verdict = verification?.verdict ?? 'none';
  const { tone, icon: Icon } = VERDICT_LOOKS[verdict];
  const failed = verification?.criteria.filter((each) => each.verdict === 'fail').length ?? 0;
  return (
    <span
      className={cn(
        'inline-flex h-6 items-center gap-1.5 rounded-md border px-2 text-sm whitespace-nowrap',
        TONE_GROUND[tone],
        TONE_TEXT[tone],
      )}
    >
      <Icon size={14} aria-hidden className="shrink-0" />
      {verdict === 'failed' && failed > 0 ? t('failing', { count: failed }) : t(`verdict.${verdict}`)}
    </span>
  );
}
