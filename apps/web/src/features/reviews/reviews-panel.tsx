'use client';

import type { PhaseDto, ReviewDto, TaskDto } from '@ccs/contract';
import { CircleCheck, MessageCircleQuestionMark, Stamp } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { Ago } from '../../ui/times.tsx';
import { useReviews } from '../task/task-page-queries.ts';

interface Props {
  readonly task: TaskDto;
  readonly phases: readonly PhaseDto[];
  readonly phase: number | null;
  readonly onOpen: (path: string) => void;
}

/** Every review of the task, newest first. */
export function ReviewsPanel({ task, phases, phase, onOpen }: Props) {
  const t = useTranslations('review');
  const reviews = useReviews(task.id);
  if (reviews.isPending) return <Skeleton className="m-6 h-24" />;
  if (reviews.isError) return <ErrorState error={reviews.error} onRetry={() => void reviews.refetch()} />;
  const shown = reviews.data.items.filter((review) => phase === null || review.phase === phase).toReversed();
  if (shown.length === 0)
    return <EmptyState icon={<Stamp size={18} />} title={t('empty')} body={t('emptyBody')} />;
  return (
    <ul className="min-h-0 flex-1 divide-y divide-line overflow-y-auto px-4 sm:px-6">
      {shown.map((review) => (
        <ReviewItem key={review.id} review={review} phases={phases} onOpen={onOpen} />
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly review: ReviewDto;
  readonly phases: readonly PhaseDto[];
  readonly onOpen: (path: string) => void;
}

function ReviewItem({ review, phases, onOpen }: ItemProps) {
  const t = useTranslations('review');
  const locale = useLocale();
  const name = phases.find((phase) => phase.number === review.phase)?.localizedName[locale] ?? '';
  const isApproved = review.status === 'approved';
  const Icon = isApproved ? CircleCheck : MessageCircleQuestionMark;
  return (
    <li className="flex gap-3 py-4">
      <Icon size={16} aria-hidden className={`mt-0.5 shrink-0 ${isApproved ? 'text-done' : 'text-wait'}`} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{name}</span>
          <span className={isApproved ? 'text-done' : 'text-wait'}>{t(review.status)}</span>
          {review.round > 1 && (
            <span className="text-sm text-fg-3">{t('round', { round: review.round })}</span>
          )}
          <span className="ml-auto text-sm text-fg-3">
            <Ago at={review.resolvedAt ?? review.createdAt} />
          </span>
        </p>
        {review.note !== null && review.note !== '' && (
          <p className="mt-1 max-w-3xl whitespace-pre-wrap text-fg-2">{review.note}</p>
        )}
        <ul className="mt-2 flex flex-wrap gap-1.5">
          {review.files
            .filter((file) => file.kind === 'document')
            .map((file) => (
              <li key={file.path}>
                <button
                  type="button"
                  title={file.path}
                  onClick={() => onOpen(file.path)}
                  className="touch rounded border border-line bg-surface px-1.5 py-0.5 font-mono text-xs text-fg-2 hover:border-line-strong hover:text-fg"
                >
                  {file.path.split('/').at(-1)}
                </button>
              </li>
            ))}
          <OtherFiles count={review.files.filter((file) => file.kind !== 'document').length} />
        </ul>
      </div>
    </li>
  );
}

function OtherFiles({ count }: { readonly count: number }) {
  const t = useTranslations('review');
  return count === 0 ? null : <li className="px-1 py-0.5 text-xs text-fg-3">{t('files', { count })}</li>;
}
