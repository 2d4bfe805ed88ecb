'use client';

import { Check, CircleSlash } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { WithCode } from '../../ui/with-code.tsx';
import type { Ask } from './ask.ts';
import { useAskText } from './use-ask-text.ts';

/** One line for what is settled: what it was and how it ended, never a value. */
export function SettledLine({ ask }: { readonly ask: Ask }) {
  const t = useTranslations('ask');
  const { title, outcome } = useAskText()(ask);
  const isRefused = ask.status === 'denied' || ask.status === 'skipped' || ask.status === 'withdrawn';
  const Icon = isRefused ? CircleSlash : Check;
  return (
    <p role="status" className="flex items-center gap-3 px-4 py-2.5 text-sm">
      <Icon size={16} aria-hidden className={cn('shrink-0', isRefused ? 'text-fg-3' : 'text-done')} />
      <span className="max-w-1/2 min-w-0 truncate text-fg-2">
        <WithCode text={title} />
      </span>
      <span className="min-w-0 flex-1 truncate font-medium">
        <WithCode text={outcome ?? t('outcome.elsewhere')} />
      </span>
    </p>
  );
}
