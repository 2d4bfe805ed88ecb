'use client';

import type { PhaseDto, ReviewDto, TaskDto, VerificationDto } from '@ccs/contract';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { inputStyle } from '../../ui/field.tsx';
import { VerdictChip } from '../verification/verdict-chip.tsx';
import { reviewHref } from './review-href.ts';

interface Props {
  readonly review: ReviewDto;
  readonly task: TaskDto;
  readonly phase: PhaseDto | undefined;
  /** All rounds of the phase, oldest first. */
  readonly rounds: readonly ReviewDto[];
  readonly verification: VerificationDto | null;
  readonly onOverview: () => void;
}

/** What is reviewed: the phase of which task, which round, and the verdict. */
export function ReviewHeader({ review, task, phase, rounds, verification, onOverview }: Props) {
  const t = useTranslations('review');
  const locale = useLocale();
  const router = useRouter();
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2 max-md:py-1 sm:px-6">
      <Link
        href={`/task/?id=${task.id}`}
        aria-label={t('toTask', { title: task.title })}
        title={t('toTask', { title: task.title })}
        className="touch -ml-2 inline-flex size-8 shrink-0 items-center justify-center rounded-md text-fg-3 hover:bg-hover hover:text-fg pointer-coarse:-ml-3.5"
      >
        <ArrowLeft size={16} aria-hidden />
      </Link>
      <h1 className="min-w-0 flex-1 truncate">
        <span className="text-lg font-semibold tracking-tight">{phase?.localizedName[locale] ?? ''}</span>
        <span className="ml-2 text-sm text-fg-3 max-sm:hidden">{task.title}</span>
      </h1>
      {rounds.length > 1 && (
        <select
          aria-label={t('rounds')}
          value={review.id}
          onChange={(event) => router.push(reviewHref(event.target.value))}
          className={cn(inputStyle, 'h-8 w-auto! py-0! text-sm! max-sm:max-w-28')}
        >
          {rounds.toReversed().map((each) => (
            <option key={each.id} value={each.id}>
              {isOpen(each)
                ? t('round', { round: each.round })
                : t('roundIs', { round: each.round, status: t(`status.${each.status}`) })}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        title={t('toVerification')}
        onClick={onOverview}
        className="touch inline-flex items-center rounded-md"
      >
        <VerdictChip verification={verification} />
      </button>
    </header>
  );
}

function isOpen({ status }: ReviewDto): boolean {
  return status === 'pending' || status === 'in_review';
}
