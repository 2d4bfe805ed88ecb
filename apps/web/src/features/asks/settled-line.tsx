'use client';

import { Check, CircleSlash } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { cn } from '../../lib/cn.ts';
import { WithCode } from '../../ui/with-code.tsx';
import type { Ask } from './ask.ts';
import { useAskText } from './use-ask-text.ts';

interface Props {
  readonly ask: Ask;
  /** Somebody else settled it while this person tried to. */
  readonly wasFaster: boolean;
}

/** One line for what is settled: what it was and how it ended, never a value. */
export function SettledLine({ ask, wasFaster }: Props) {
  const t = useTranslations('ask');
  const { title, outcome } = useAskText()(ask);
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that was pressed is gone: whoever goes by keys goes on from here.
    if (document.activeElement === document.body) line.current?.focus({ preventScroll: true });
  }, []);
  const isRefused = ask.status === 'denied' || ask.status === 'skipped' || ask.status === 'withdrawn';
  const Icon = isRefused ? CircleSlash : Check;
  return (
    <p
      ref={line}
      role="status"
      tabIndex={-1}
      className="flex items-center gap-3 px-4 py-2.5 text-sm outline-none"
    >
      <Icon size={16} aria-hidden className={cn('shrink-0', isRefused ? 'text-fg-3' : 'text-done')} />
      <span className="max-w-1/2 min-w-0 truncate text-fg-2">
        <WithCode text={title} />
      </span>
      <span className="min-w-0 flex-1 truncate font-medium">
        {wasFaster && <span className="mr-1.5 text-wait">{t('outcome.faster')}</span>}
        {(outcome !== null || !wasFaster) && <WithCode text={outcome ?? t('outcome.elsewhere')} />}
      </span>
    </p>
  );
}
