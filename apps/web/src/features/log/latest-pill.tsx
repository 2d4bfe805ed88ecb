'use client';

import { ArrowDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button.tsx';

/** Back to the newest line; says how many came meanwhile. Comes late, so as not to flash while rows are measured. */
export function LatestPill({ count, onClick }: { readonly count: number; readonly onClick: () => void }) {
  const t = useTranslations('log');
  return (
    <Button
      look="primary"
      onClick={onClick}
      className="animate-rise [animation-delay:200ms] [animation-fill-mode:backwards] absolute bottom-4 left-1/2 -translate-x-1/2 rounded-full! shadow-lg"
    >
      <ArrowDown size={14} aria-hidden />
      <span className="nums">{count > 0 ? t('newLines', { count }) : t('latest')}</span>
    </Button>
  );
}
