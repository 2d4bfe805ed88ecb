'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { copyText } from '../lib/copy-text.ts';
import { Button } from './button.tsx';

/** Copies `text` and says so for two seconds. Without `label` it is an icon alone. */
export function CopyButton({
  text,
  label,
  hint,
}: {
  readonly text: string;
  readonly label?: string;
  readonly hint?: string;
}) {
  const t = useTranslations('documents');
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const Icon = isCopied ? Check : Copy;
  const name = isCopied ? t('copied') : (hint ?? label ?? t('copy'));
  return (
    <Button
      look="quiet"
      size={label === undefined ? 'icon' : 'sm'}
      aria-label={name}
      title={name}
      onClick={() => void copyText(text).then(setIsCopied)}
    >
      <Icon size={14} aria-hidden className={isCopied ? 'text-done' : undefined} />
      {label !== undefined && (isCopied ? t('copied') : label)}
    </Button>
  );
}
