'use client';

import { Inbox } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useHotkeys } from '../../lib/use-hotkeys.ts';
import { useTitle } from '../../lib/use-title.ts';
import { buttonStyle } from '../../ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useInbox } from './inbox-queries.ts';
import { InboxList } from './inbox-list.tsx';

/** Only what needs me. J and K go from task to task, Enter opens the one that is chosen. */
export function InboxPage() {
  const t = useTranslations('inbox');
  const inbox = useInbox();
  const list = useRef<HTMLDivElement>(null);
  useTitle(t('title'));
  const move = (by: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-inbox-item]') ?? [])];
    const card = document.activeElement?.closest('article');
    const at = links.findIndex((link) => card?.contains(link) === true);
    const next = links[at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by];
    next?.focus();
    next?.closest('article')?.scrollIntoView({ block: 'nearest' });
  };
  useHotkeys({ j: () => move(1), k: () => move(-1) });
  const count = inbox.data?.length ?? 0;
  return (
    <div ref={list} className="mx-auto flex max-w-3xl flex-col gap-5 px-4 pb-24 pt-6 sm:pt-8">
      <div>
        <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
        {inbox.data && count > 0 && (
          <p className="text-fg-2" aria-live="polite">
            {t('summary', { count })}
          </p>
        )}
      </div>
      {inbox.isPending && (
        <div aria-busy="true" className="flex flex-col gap-3">
          <Skeleton className="h-36" />
          <Skeleton className="h-24" />
        </div>
      )}
      {inbox.isError && !inbox.data && (
        <ErrorState error={inbox.error} onRetry={() => void inbox.refetch()} />
      )}
      {inbox.data && <InboxList items={inbox.data} />}
      {inbox.data && count === 0 && (
        <EmptyState icon={<Inbox size={18} />} title={t('empty')} body={t('emptyBody')}>
          <Link href="/" className={buttonStyle({ look: 'outline' })}>
            {t('toTasks')}
          </Link>
        </EmptyState>
      )}
    </div>
  );
}
