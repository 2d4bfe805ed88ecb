'use client';

import type { ReviewDto } from '@ccs/contract';
import { CircleCheck, MessageSquareText } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '../../ui/button.tsx';
import { Ago } from '../../ui/times.tsx';
import { reviewHref } from './review-href.ts';

/** Classes of the bar at the bottom of a page. */
export const BAR_PLACE =
  'sticky bottom-0 z-20 shrink-0 border-t bg-bg px-4 py-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] max-md:pt-1.5 sm:px-6';

interface Props {
  readonly review: ReviewDto;
  readonly rounds: readonly ReviewDto[];
  /** The person wanted to decide, but somebody else had. */
  readonly wasLate: boolean;
  readonly taskId: string;
  readonly isOnTaskPage: boolean;
}

/** How it was decided, when, and where it goes on. */
export function Decided({ review, rounds, wasLate, taskId, isOnTaskPage }: Props) {
  const t = useTranslations('review');
  const isApproved = review.status === 'approved';
  const isDecided = isApproved || review.status === 'changes_requested';
  const Icon = isApproved ? CircleCheck : MessageSquareText;
  const latest = rounds.at(-1);
  return (
    <section aria-label={t('decision')} className={`${BAR_PLACE} border-line`}>
      {wasLate && (
        <p role="alert" className="mb-1 text-sm text-wait">
          {t('late')}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="flex min-w-0 flex-1 basis-56 gap-2">
          <Icon
            size={16}
            aria-hidden
            className={isApproved ? 'mt-0.5 shrink-0 text-done' : 'mt-0.5 shrink-0 text-wait'}
          />
          <span className="min-w-0">
            <span className="font-medium">{t(isDecided ? `status.${review.status}` : 'notNow')}</span>
            {review.resolvedAt !== null && (
              <span className="text-fg-3">
                {' · '}
                <Ago at={review.resolvedAt} />
              </span>
            )}
            {review.note !== null && review.note !== '' && (
              <span className="line-clamp-2 text-sm text-fg-2">{review.note}</span>
            )}
          </span>
        </p>
        {latest && latest.id !== review.id && (
          <Link href={reviewHref(latest.id)} className={buttonStyle({ look: 'primary' })}>
            {t('toRound', { round: latest.round })}
          </Link>
        )}
        {!isOnTaskPage && (
          <Link href={`/task/?id=${taskId}`} className={buttonStyle({ look: 'outline' })}>
            {t('task')}
          </Link>
        )}
      </div>
    </section>
  );
}
