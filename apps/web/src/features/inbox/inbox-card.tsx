'use client';

import { findPhase } from '@ccs/contract/vocabulary';
import type { InboxItemDto } from '@ccs/contract';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { memo, useMemo } from 'react';
import { Ago } from '../../ui/times.tsx';
import { AskStack } from '../asks/ask-stack.tsx';
import { asksOf, type Ask } from '../asks/ask.ts';
import { InboxReview } from './inbox-review.tsx';
import { InboxStopped } from './inbox-stopped.tsx';

const NO_ASKS: readonly Ask[] = [];

interface Props {
  readonly item: InboxItemDto;
  /** It no longer needs the person. */
  readonly isGone: boolean;
  /** What is asked stands there as lines, to be opened. */
  readonly isCompact: boolean;
}

/**
 * One task that needs the person, with everything of it that waits, to be settled on the spot. Once it is gone, only the
 * lines are left that say how.
 */
export const InboxCard = memo(function InboxCard({ item, isGone, isCompact }: Props) {
  const t = useTranslations('inbox');
  const { task, reasons, questions, dependencies, review } = item;
  const isStopped = reasons.includes('failed') || reasons.includes('interrupted');
  const asks = useMemo(() => asksOf(questions, dependencies), [questions, dependencies]);
  return (
    <article aria-label={task.title}>
      {!isGone && (
        <header className="flex items-baseline gap-x-2 border-b border-line px-4 py-2 text-sm pointer-coarse:py-0">
          <h2 className="min-w-0 truncate">
            <Link
              data-inbox-item
              href={`/task?id=${task.id}`}
              prefetch={false}
              className="touch block truncate font-medium underline-offset-4 hover:underline pointer-coarse:py-3"
            >
              {task.title}
            </Link>
          </h2>
          <Place item={item} />
          <span className="ml-auto shrink-0 text-xs text-fg-3">
            <Ago at={item.since} />
          </span>
        </header>
      )}
      <AskStack asks={isGone ? NO_ASKS : asks} heading="h3" opens={isCompact ? 'none' : 'first'} />
      {!isGone && review && <InboxReview task={task} review={review} />}
      {!isGone && isStopped && <InboxStopped task={task} />}
      {isGone && asks.length === 0 && (
        <p role="status" className="flex items-center gap-3 px-4 py-2.5 text-sm text-fg-2">
          <Check size={16} aria-hidden className="shrink-0 text-done" />
          <span className="min-w-0 truncate">{task.title}</span>
          <span className="shrink-0 font-medium text-fg">{t('done')}</span>
        </p>
      )}
    </article>
  );
});

/** The phase that the task is in. */
function Place({ item: { task } }: { readonly item: InboxItemDto }) {
  const locale = useLocale();
  const t = useTranslations('type');
  const phase = task.currentPhase === null ? undefined : findPhase(task.type, task.currentPhase);
  return <span className="shrink-0 text-fg-3">{phase ? phase.name[locale] : t(task.type)}</span>;
}
