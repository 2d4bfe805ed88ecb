'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiError } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { FileText } from '../files/file-text.tsx';
import { useFile } from '../files/file-queries.ts';
import type { TaskDocument } from './documents-of.ts';

const Markdown = dynamic(() => import('./markdown.tsx').then((module) => module.Markdown), {
  ssr: false,
  loading: () => <DocumentSkeleton />,
});

interface Props {
  readonly taskId: string;
  readonly document: TaskDocument;
  readonly position: { readonly index: number; readonly total: number };
  readonly onGo: (by: number) => void;
}

/** One document, rendered or as it was written. */
export function DocumentView({ taskId, document, position, onGo }: Props) {
  const t = useTranslations('documents');
  const [isSource, setIsSource] = useState(false);
  const file = useFile(taskId, document.path);
  const isMissing = file.error instanceof ApiError && file.error.status === 404;
  return (
    <article className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex shrink-0 items-center gap-1 border-b border-line px-4 py-1.5 sm:px-6">
        <code className="min-w-0 flex-1 truncate font-mono text-xs text-fg-3 max-md:hidden">
          {document.path}
        </code>
        <Button look="quiet" size="sm" aria-pressed={isSource} onClick={() => setIsSource(!isSource)}>
          {isSource ? t('rendered') : t('source')}
        </Button>
        <CopyButton text={file.data?.content ?? ''} />
        <span className="nums px-1 text-xs text-fg-3 max-md:order-first max-md:flex-1">
          {t('position', { index: position.index + 1, total: position.total })}
        </span>
        <Button
          look="quiet"
          size="icon"
          disabled={position.index === 0}
          aria-label={t('previous')}
          title={`${t('previous')} (K)`}
          onClick={() => onGo(-1)}
        >
          <ChevronUp size={15} aria-hidden />
        </Button>
        <Button
          look="quiet"
          size="icon"
          disabled={position.index === position.total - 1}
          aria-label={t('next')}
          title={`${t('next')} (J)`}
          onClick={() => onGo(1)}
        >
          <ChevronDown size={15} aria-hidden />
        </Button>
      </header>
      <div tabIndex={0} className="min-h-0 flex-1 overflow-y-auto px-4 py-6 -outline-offset-2 sm:px-8">
        {isMissing && document.isBeingWritten ? (
          <p className="animate-breathe text-fg-3">{t('writing')}</p>
        ) : file.isError && !file.data ? (
          <ErrorState error={file.error} onRetry={() => void file.refetch()} />
        ) : !file.data ? (
          <DocumentSkeleton />
        ) : isSource || file.data.content === null ? (
          <FileText file={file.data} />
        ) : (
          <Markdown text={file.data.content} />
        )}
      </div>
    </article>
  );
}

function DocumentSkeleton() {
  return (
    <div aria-busy="true" className="max-w-2xl space-y-3">
      <Skeleton className="mb-6 h-7 w-1/2" />
      <Skeleton className="h-4" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-4/5" />
    </div>
  );
}
