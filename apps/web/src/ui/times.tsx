'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatAgo, formatDuration, formatExact, formatMoment, workedMs } from '../lib/format.ts';
import { useNow } from '../lib/use-now.ts';

/** "3 minutes ago", with the exact time on hover; moves on by itself. */
export function Ago({ at }: { readonly at: string }) {
  const locale = useLocale();
  const now = useNow(30_000);
  return (
    <time dateTime={at} title={formatExact(at, locale)} className="nums whitespace-nowrap">
      {formatAgo(at, locale, new Date(now))}
    </time>
  );
}

/** How long agents worked: `workedMs`, and on from `since` while it is not null, counting. */
export function Worked({ ms, since }: { readonly ms: number; readonly since: string | null }) {
  const locale = useLocale();
  const now = useNow(1000, since !== null);
  const t = useTranslations('task');
  return (
    <span className="nums whitespace-nowrap" title={t('workedHint')}>
      {formatDuration(workedMs(ms, since, now), locale)}
    </span>
  );
}

/** A point in time as a list shows it, with the relative one on hover. */
export function Moment({ at }: { readonly at: string }) {
  const locale = useLocale();
  const now = useNow(30_000);
  return (
    <time dateTime={at} title={formatAgo(at, locale, new Date(now))} className="nums whitespace-nowrap">
      {formatMoment(at, locale, new Date(now))}
    </time>
  );
}
