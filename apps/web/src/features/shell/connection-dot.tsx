'use client';

import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { useStreamState } from '../../lib/stream/stream-context.tsx';

/** Whether this browser hears from the server: my network, not the agent. */
export function ConnectionDot() {
  const t = useTranslations('connection');
  const state = useStreamState();
  return (
    <span
      role="status"
      title={state === 'offline' ? t('offlineHint') : t('onlineHint')}
      className="flex items-center gap-2 px-2 text-xs text-fg-3"
    >
      <span
        aria-hidden
        className={cn(
          'size-1.5 rounded-full',
          state === 'online' && 'bg-done',
          state === 'connecting' && 'bg-line-strong',
          state === 'offline' && 'animate-breathe bg-hold',
        )}
      />
      <span className={state === 'offline' ? 'text-hold' : 'max-sm:sr-only'}>{t(state)}</span>
    </span>
  );
}
