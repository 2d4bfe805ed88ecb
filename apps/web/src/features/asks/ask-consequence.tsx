'use client';

import { Hourglass, OctagonPause, Play } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { formatDuration, formatExact } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { withoutAnswer, type Ask } from './ask.ts';

const ICONS = {
  stops: OctagonPause,
  stopsSkippable: OctagonPause,
  goesOn: Play,
  default: Hourglass,
  skipped: Hourglass,
} as const;

/** What happens while nobody answers: work stops, goes on, or the ask settles itself in so many minutes. */
export function AskConsequence({ ask }: { readonly ask: Ask }) {
  const t = useTranslations('ask.without');
  const without = withoutAnswer(ask);
  const Icon = ICONS[without.kind];
  return (
    <p className="flex min-w-0 flex-1 basis-56 items-center gap-1.5 text-sm text-fg-2">
      <Icon size={14} aria-hidden className="shrink-0 text-fg-3" />
      {'at' in without ? <Countdown {...without} /> : t(without.kind)}
    </p>
  );
}

const MINUTE_MS = 60_000;

function Countdown({ kind, at }: { readonly kind: 'default' | 'skipped'; readonly at: string }) {
  const t = useTranslations('ask.without');
  const locale = useLocale();
  const now = useNow(1000);
  const left = Math.max(0, Date.parse(at) - now);
  // Seconds matter only at the end.
  const shown = left > 2 * MINUTE_MS ? Math.ceil(left / MINUTE_MS) * MINUTE_MS : left;
  return (
    <span className="nums" title={formatExact(at, locale)}>
      {t(kind, { time: formatDuration(shown, locale) })}
    </span>
  );
}
