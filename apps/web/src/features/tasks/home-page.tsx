'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import type { TaskFilter } from '../../lib/query-keys.ts';
import { useTitle } from '../../lib/use-title.ts';
import { SignInBanner } from '../system/sign-in-banner.tsx';
import { FirstTask } from './first-task.tsx';
import { NeedsYou } from './needs-you.tsx';
import { RunDemoButton } from './run-demo-button.tsx';
import { TaskFilterBar } from './task-filter-bar.tsx';
import { TaskList } from './task-list.tsx';
import { useTaskCounts } from './task-queries.ts';
import { useHomeTasks } from './use-home-tasks.ts';

/** What needs me, what runs, what it costs. */
export function HomePage() {
  const t = useTranslations('home');
  useTitle();
  const counts = useTaskCounts();
  const [filter, setFilter] = useState<TaskFilter>({ status: null, q: '' });
  const settled = useDeferredValue(filter);
  const isFiltered = filter.status !== null || filter.q !== '';
  const isFirst = counts.data?.total === 0 && !isFiltered;
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-5 px-4 pb-24 pt-6 sm:pt-8">
      <SignInBanner canHide={!isFirst} />
      {isFirst ? (
        <FirstTask />
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <div>
              <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
              <Summary />
            </div>
            <RunDemoButton />
          </div>
          {!isFiltered && <NeedsYou />}
          <section aria-label={t('everything')} className="flex flex-col gap-3">
            <TaskFilterBar filter={filter} counts={counts.data} onChange={setFilter} />
            <TaskList filter={settled} onClear={() => setFilter({ status: null, q: '' })} />
          </section>
        </>
      )}
    </div>
  );
}

function Summary() {
  const t = useTranslations('home');
  const { running, needs } = useHomeTasks();
  if (running === null) return <p className="h-5.5" />;
  return (
    <p className="text-fg-2" aria-live="polite">
      {t('summary', { running })}
      {needs > 0 && (
        <>
          <span aria-hidden className="mx-1.5 text-fg-3">
            ·
          </span>
          <span className="text-wait">{t('needs', { count: needs })}</span>
        </>
      )}
    </p>
  );
}
