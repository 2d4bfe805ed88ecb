'use client';

import { ArrowLeft, FolderOpen, RotateCw } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { FileText } from './file-text.tsx';
import { useFile, useFolder } from './file-queries.ts';
import { Folder } from './folder.tsx';

/** The workspace: its folders, opened one by one, and the chosen file. */
export function FilesPanel({ taskId }: { readonly taskId: string }) {
  const t = useTranslations('files');
  const queryClient = useQueryClient();
  const root = useFolder(taskId, '');
  const [path, setPath] = useState<string | null>(null);
  const refresh = () =>
    void queryClient.invalidateQueries({
      queryKey: queryKeys.task(taskId),
      predicate: ({ queryKey }) => queryKey[2] === 'folder' || queryKey[2] === 'file',
    });
  if (root.isError && !root.data)
    return <ErrorState error={root.error} onRetry={() => void root.refetch()} />;
  if (root.data?.length === 0) {
    return (
      <EmptyState icon={<FolderOpen size={18} />} title={t('empty')} body={t('emptyBody')}>
        <Button onClick={refresh}>
          <RotateCw size={14} aria-hidden />
          {t('refresh')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className="flex min-h-0 flex-1">
      <nav
        aria-label={t('tree')}
        className={cn(
          'flex w-full shrink-0 flex-col border-line md:w-72 md:border-r',
          path !== null && 'max-md:hidden',
        )}
      >
        <header className="flex shrink-0 items-center justify-between border-b border-line py-1.5 pr-2 pl-4 sm:pl-6">
          <h2 className="text-xs text-fg-3">{t('workspace')}</h2>
          <Button look="quiet" size="icon" aria-label={t('refresh')} title={t('refresh')} onClick={refresh}>
            <RotateCw size={14} aria-hidden className={root.isFetching ? 'animate-spin' : undefined} />
          </Button>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-2 py-2 sm:px-3">
          <Folder taskId={taskId} path="" depth={0} selected={path} onSelect={setPath} />
        </div>
      </nav>
      <section className={cn('flex min-w-0 flex-1 flex-col', path === null && 'max-md:hidden')}>
        {path === null ? (
          <p className="m-auto px-6 text-fg-3">{t('choose')}</p>
        ) : (
          <FileView taskId={taskId} path={path} onBack={() => setPath(null)} />
        )}
      </section>
    </div>
  );
}

interface FileViewProps {
  readonly taskId: string;
  readonly path: string;
  readonly onBack: () => void;
}

function FileView({ taskId, path, onBack }: FileViewProps) {
  const t = useTranslations('files');
  const file = useFile(taskId, path);
  return (
    <>
      <header className="flex shrink-0 items-center gap-1 border-b border-line px-4 py-1.5 sm:px-6">
        <Button look="quiet" size="icon" className="-ml-2 md:hidden" aria-label={t('back')} onClick={onBack}>
          <ArrowLeft size={15} aria-hidden />
        </Button>
        <code className="min-w-0 flex-1 truncate font-mono text-xs text-fg-3">{path}</code>
        <CopyButton text={file.data?.content ?? ''} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4 sm:px-6">
        {file.isError && !file.data ? (
          <ErrorState error={file.error} onRetry={() => void file.refetch()} />
        ) : file.data ? (
          <FileText file={file.data} />
        ) : (
          <Skeleton className="h-40" />
        )}
      </div>
    </>
  );
}
