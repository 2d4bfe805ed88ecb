'use client';

import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { useProblemText } from '../lib/use-problem-text.ts';
import { Button } from './button.tsx';

/** A grey place where content will be. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <div aria-hidden className={cn('animate-pulse rounded bg-line/70', className)} />;
}

interface EmptyProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly body?: string;
  /** It is all there is on the page, so its title is the page's. */
  readonly isPage?: boolean;
  readonly children?: ReactNode;
}

/** Nothing is here yet: says what will be, and offers the next step. */
export function EmptyState({ icon, title, body, isPage = false, children }: EmptyProps) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-6 py-14 text-center">
      {icon !== undefined && (
        <div className="mb-4 flex size-10 items-center justify-center rounded-lg border border-line bg-surface text-fg-3">
          {icon}
        </div>
      )}
      <Title className="text-lg font-semibold tracking-tight">{title}</Title>
      {body !== undefined && <p className="mt-1 text-pretty text-fg-2">{body}</p>}
      {children !== undefined && <div className="mt-5 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}

/** Loading failed: says why and offers to try again. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useTranslations('error');
  const { title } = useProblemText()(error);
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center px-6 py-12 text-center">
      <h2 className="text-lg font-semibold tracking-tight">{t('title')}</h2>
      <p className="mt-1 text-pretty text-fg-2">{title}</p>
      <Button className="mt-4" onClick={onRetry}>
        <RotateCw size={14} aria-hidden />
        {t('retry')}
      </Button>
    </div>
  );
}
