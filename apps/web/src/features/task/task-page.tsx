'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ApiError } from '../../lib/api.ts';
import { buttonStyle } from '../../ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useTask } from '../tasks/task-queries.ts';
import { TaskView } from './task-view.tsx';

/** The page of the task in `?id=`. */
export function TaskPage() {
  const id = useSearchParams().get('id') ?? '';
  return id === '' ? <TaskMissing /> : <LoadedTask key={id} id={id} />;
}

function LoadedTask({ id }: { readonly id: string }) {
  const task = useTask(id);
  const isMissing = task.error instanceof ApiError && [400, 404].includes(task.error.status);
  if (isMissing) return <TaskMissing />;
  if (task.data) return <TaskView task={task.data} />;
  if (task.isError) return <ErrorState error={task.error} onRetry={() => void task.refetch()} />;
  return <TaskSkeleton />;
}

function TaskMissing() {
  const t = useTranslations();
  return (
    <EmptyState title={t('task.notFoundTitle')} body={t('task.notFoundBody')} isPage>
      <Link href="/" className={buttonStyle({ look: 'outline' })}>
        {t('app.home')}
      </Link>
    </EmptyState>
  );
}

function TaskSkeleton() {
  return (
    <div aria-busy="true" className="space-y-5 px-4 py-5 sm:px-6">
      <Skeleton className="h-6 w-72" />
      <div className="grid grid-cols-4 gap-1.5">
        {[1, 2, 3, 4].map((phase) => (
          <Skeleton key={phase} className="h-14" />
        ))}
      </div>
      <Skeleton className="h-64" />
    </div>
  );
}
