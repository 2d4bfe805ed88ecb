'use client';

import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { ErrorState } from '../../ui/states.tsx';
import { AskStack } from './ask-stack.tsx';
import { useAsks } from './ask-queries.ts';

interface Props {
  readonly taskId: string;
  /** The page is as high as the window on a phone, too: leaves room for what stands below. */
  readonly isFitted: boolean;
}

/** What a task waits for, at the top of its page; nothing when it waits for nothing. */
export function TaskAsks({ taskId, isFitted }: Props) {
  const t = useTranslations('ask');
  const { asks, error, refetch } = useAsks(taskId);
  return (
    <section
      aria-label={t('region')}
      data-scrolling
      className={cn(
        'overflow-y-auto rounded-lg border border-wait/40 bg-surface empty:hidden md:max-h-[50dvh]',
        isFitted && 'max-h-[40dvh]',
      )}
    >
      {error && asks.length === 0 && <ErrorState error={error} onRetry={refetch} />}
      <AskStack asks={asks} heading="h2" opens="blocking" />
    </section>
  );
}
