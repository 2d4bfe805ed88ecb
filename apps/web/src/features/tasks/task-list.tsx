'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { TaskFilter } from '../../lib/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { useInbox } from '../inbox/inbox-queries.ts';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useTaskList } from './task-queries.ts';
import { TaskRows } from './task-rows.tsx';
import { NEEDS_ON_HOME } from './use-home-tasks.ts';

interface Props {
  readonly filter: TaskFilter;
  readonly onClear: () => void;
}

/** The tasks that match, growing by pages as one scrolls. What stands under "Needs you" is not repeated. */
export function TaskList({ filter, onClear }: Props) {
  const t = useTranslations('home');
  const list = useTaskList(filter);
  const inbox = useInbox().data ?? [];
  if (list.isPending) return <TaskListSkeleton />;
  if (list.isError && !list.data)
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const all = list.data.pages.flatMap((page) => page.items);
  const isWhole = filter.status === null && filter.q === '';
  const shownAbove = new Set(inbox.slice(0, NEEDS_ON_HOME).map(({ task }) => task.id));
  const tasks = isWhole ? all.filter((task) => !shownAbove.has(task.id)) : all;
  if (all.length === 0) {
    return (
      <EmptyState title={t('noMatches')} body={t('noMatchesBody')}>
        <Button onClick={onClear}>{t('clearFilters')}</Button>
      </EmptyState>
    );
  }
  return (
    <>
      {tasks.length > 0 && <TaskRows tasks={tasks} />}
      {list.hasNextPage && (
        <LoadMore
          key={all.length}
          isLoading={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </>
  );
}

/** A button that presses itself when it comes into view. */
function LoadMore({ isLoading, onMore }: { readonly isLoading: boolean; readonly onMore: () => void }) {
  const t = useTranslations('home');
  const button = useRef<HTMLButtonElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    if (!button.current || isLoading) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) more.current();
      },
      { rootMargin: '400px' },
    );
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [isLoading]);
  return (
    <Button ref={button} look="quiet" className="mx-auto" disabled={isLoading} onClick={onMore}>
      {isLoading ? t('loadingMore') : t('loadMore')}
    </Button>
  );
}

function TaskListSkeleton() {
  return (
    <ul aria-busy="true" className="divide-y divide-line rounded-lg border border-line bg-surface">
      {[60, 44, 52, 38].map((width) => (
        <li key={width} className="flex items-center gap-3 px-4 py-4">
          <Skeleton className="size-4 rounded-full!" />
          <div className="flex-1 space-y-2">
            <div style={{ width: `${width}%` }}>
              <Skeleton className="h-3.5" />
            </div>
            <Skeleton className="h-3 w-32" />
          </div>
          <Skeleton className="h-1 w-24" />
        </li>
      ))}
    </ul>
  );
}
