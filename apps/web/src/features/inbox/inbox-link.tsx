'use client';

import { Inbox } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { useInbox } from './inbox-queries.ts';

/** The way to the inbox, with how many tasks wait there. */
export function InboxLink() {
  const t = useTranslations('nav');
  const isHere = usePathname().startsWith('/inbox');
  const count = useInbox().data?.length ?? 0;
  return (
    <Link
      href="/inbox"
      aria-current={isHere ? 'page' : undefined}
      title={t('inbox')}
      className={cn(
        'touch flex h-8 items-center justify-center gap-1.5 rounded-md px-2 text-sm transition-colors hover:bg-hover hover:text-fg',
        isHere ? 'font-medium text-fg' : 'text-fg-2',
      )}
    >
      <Inbox size={16} aria-hidden />
      <span className="max-sm:sr-only">{t('inbox')}</span>
      {count > 0 && (
        <>
          <span
            aria-hidden
            className="nums min-w-4.5 rounded-full bg-wait px-1.5 text-center text-2xs leading-4.5 font-semibold text-bg"
          >
            {count > 99 ? '99+' : count}
          </span>
          <span className="sr-only">{t('inboxCount', { count })}</span>
        </>
      )}
    </Link>
  );
}
