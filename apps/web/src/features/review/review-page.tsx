'use client';

import type { ReviewDto } from '@ccs/contract';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ApiError } from '../../lib/api.ts';
import { buttonStyle } from '../../ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useTask } from '../tasks/task-queries.ts';
import { useReview } from './review-queries.ts';
import { ReviewView } from './review-view.tsx';

/** The page of the review in `?id=`. */
export function ReviewPage() {
  const id = useSearchParams().get('id') ?? '';
  const review = useReview(id);
  const isMissing = review.error instanceof ApiError && [400, 404].includes(review.error.status);
  if (id === '' || isMissing) return <ReviewMissing />;
  if (review.data) return <WithTask key={id} review={review.data} />;
  if (review.isError) return <ErrorState error={review.error} onRetry={() => void review.refetch()} />;
  return <ReviewSkeleton />;
}

function WithTask({ review }: { readonly review: ReviewDto }) {
  const task = useTask(review.taskId);
  if (task.data) return <ReviewView review={review} task={task.data} />;
  if (task.isError) return <ErrorState error={task.error} onRetry={() => void task.refetch()} />;
  return <ReviewSkeleton />;
}

function ReviewMissing() {
  const t = useTranslations();
  return (
    <EmptyState title={t('review.notFoundTitle')} body={t('review.notFoundBody')} isPage>
      <Link href="/" className={buttonStyle({ look: 'outline' })}>
        {t('app.home')}
      </Link>
    </EmptyState>
  );
}

function ReviewSkeleton() {
  return (
    <div aria-busy="true" className="space-y-4 px-4 py-4 sm:px-6">
      <Skeleton className="h-6 w-64" />
      <div className="flex gap-6">
        <Skeleton className="h-72 w-60 max-md:hidden" />
        <Skeleton className="h-72 flex-1" />
      </div>
    </div>
  );
}
