'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { Button } from './button.tsx';

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A modal: centred on wide screens, a sheet at the bottom on a phone. */
export function Dialog({ open, onOpenChange, title, description, wide = false, children }: Props) {
  const t = useTranslations('shortcuts');
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Radix.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={cn(
            'animate-rise fixed inset-x-0 bottom-0 z-50 max-h-[90dvh] overflow-y-auto rounded-t-xl border border-line bg-surface p-5 shadow-2xl outline-none',
            'sm:inset-x-auto sm:bottom-auto sm:left-1/2 sm:top-[20vh] sm:max-h-[70vh] sm:w-full sm:-translate-x-1/2 sm:rounded-xl',
            wide ? 'sm:max-w-xl' : 'sm:max-w-md',
          )}
        >
          <Radix.Title className="pr-8 text-lg font-semibold tracking-tight">{title}</Radix.Title>
          {description !== undefined && (
            <Radix.Description className="mt-1 text-fg-2">{description}</Radix.Description>
          )}
          <div className="mt-4">{children}</div>
          <Radix.Close asChild>
            <Button look="quiet" size="icon" className="absolute right-3 top-3.5" aria-label={t('close')}>
              <X size={16} aria-hidden />
            </Button>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
