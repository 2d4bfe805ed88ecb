'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button.tsx';
import type { DependencyFormProps } from './dependency-form-props.ts';

/** The way on without it: skip what is not required, else tell the agent that it will not get it. */
export function RefuseButton({ ask, settle, isSending }: DependencyFormProps) {
  const t = useTranslations('ask');
  const canSkip = ask.provisions.includes('skip');
  return (
    <Button
      look="quiet"
      disabled={isSending}
      onClick={() => settle(canSkip ? { skip: true } : { decision: 'deny' })}
    >
      {t(canSkip ? 'skip' : 'refuse')}
    </Button>
  );
}
