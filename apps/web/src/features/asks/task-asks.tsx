'use client';

import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
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
  const { asks } = useAsks(taskId);
  return (
    <section
      aria-label={t('region')}
      className={cn(
        'rounded-lg border border-wait/40 bg-surface empty:hidden max-md:overflow-clip md:max-h-[50dvh] md:overflow-y-auto',
        isFitted && 'max-h-[40dvh] max-md:overflow-y-auto',
      )}
    >
      <AskStack asks={asks} heading="h2" opens="blocking" />
    </section>
  );
}
