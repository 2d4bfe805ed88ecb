'use client';

import { findPhase } from '@ccs/contract/vocabulary';
import type { InboxItemDto, TaskDto } from '@ccs/contract';
import { FileCheck } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { reviewHref } from '../review/review-href.ts';
import { buttonStyle } from '../../ui/button.tsx';

interface Props {
  readonly task: TaskDto;
  readonly review: NonNullable<InboxItemDto['review']>;
}

/** A phase that waits for a review, and the way to it. */
export function InboxReview({ task, review }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const phase = findPhase(task.type, review.phase);
  const documents = review.files.filter((file) => file.kind === 'document').length;
  const others = review.files.length - documents;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <FileCheck size={16} aria-hidden className="shrink-0 text-wait" />
      <p className="min-w-0 flex-1 basis-48">
        <span className="font-medium">
          {phase ? t('inbox.review', { phase: phase.name[locale] }) : t('inbox.reviewPlain')}
        </span>
        <span className="block text-sm text-fg-2">
          {[
            ...(review.round > 1 ? [t('inbox.reviewRound', { round: review.round })] : []),
            ...(documents > 0 ? [t('review.documents', { count: documents })] : []),
            ...(others > 0 ? [t('review.files', { count: others })] : []),
          ].join(' · ')}
        </span>
      </p>
      <Link
        href={reviewHref(review.id)}
        prefetch={false}
        aria-label={`${t('inbox.openReview')}: ${task.title}`}
        className={buttonStyle({ look: 'primary', className: 'max-sm:w-full' })}
      >
        {t('inbox.openReview')}
      </Link>
    </div>
  );
}
