'use client';

import { useTranslations } from 'next-intl';
import { useWhenBack } from '../../lib/use-when-back.ts';
import { Button } from '../../ui/button.tsx';

/** A page of the log did not come; it is read again when asked for, or when the server is back. */
export function LogFailed({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTranslations();
  useWhenBack(onRetry);
  return (
    <div
      role="alert"
      className="absolute inset-x-4 bottom-4 mx-auto flex max-w-md items-center justify-between gap-3 rounded-lg border border-line bg-surface px-3 py-2 shadow-lg"
    >
      {t('log.failed')}
      <Button size="sm" onClick={onRetry}>
        {t('error.retry')}
      </Button>
    </div>
  );
}
