'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useInbox } from '../inbox/inbox-queries.ts';
import { InboxList } from '../inbox/inbox-list.tsx';
import { NEEDS_ON_HOME } from './use-home-tasks.ts';

/** The first of what is in the inbox, before everything else. Gone when there is none. */
export function NeedsYou() {
  const t = useTranslations();
  const items = useInbox().data;
  if (!items) return null;
  return (
    <section aria-labelledby={items.length > 0 ? 'needs-you' : undefined} className="empty:hidden">
      {items.length > 0 && (
        <h2 id="needs-you" className="mb-2 flex items-center gap-2 text-sm font-medium">
          <span aria-hidden className="size-1.5 rounded-full bg-wait" />
          {t('home.needsYou')}
          <span className="nums text-fg-3">{items.length}</span>
        </h2>
      )}
      <InboxList items={items} limit={NEEDS_ON_HOME} isCompact />
      {items.length > NEEDS_ON_HOME && (
        <Link
          href="/inbox"
          className="touch mt-2 inline-flex items-center text-sm text-fg-2 underline underline-offset-4 hover:text-fg"
        >
          {t('inbox.all', { count: items.length })}
        </Link>
      )}
    </section>
  );
}
