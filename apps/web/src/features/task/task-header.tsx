'use client';

import type { TaskDto } from '@ccs/contract';
import { ArrowLeft, ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatCost, formatCount } from '../../lib/format.ts';
import { Ago, Elapsed } from '../../ui/times.tsx';
import { StatusBadge } from '../tasks/status-badge.tsx';
import { totalTokens } from '../tasks/total-tokens.ts';
import { TaskOperations } from './task-operations.tsx';

/** Title, state and what can be done now. */
export function TaskHeader({ task }: { readonly task: TaskDto }) {
  const t = useTranslations();
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <div className="flex items-center gap-2.5">
          <Link
            href="/"
            aria-label={t('app.home')}
            title={t('app.home')}
            className="touch -ml-1 inline-flex items-center justify-center rounded p-1 text-fg-3 hover:bg-hover hover:text-fg"
          >
            <ArrowLeft size={16} aria-hidden />
          </Link>
          <h1 className="min-w-0 truncate text-xl font-semibold tracking-tight" title={task.title}>
            {task.title}
          </h1>
        </div>
        <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-fg-3">
          <span role="status">
            <StatusBadge task={task} />
          </span>
          <Facts task={task} />
        </div>
        <details className="group mt-1.5">
          <summary className="touch inline-flex items-center gap-1 rounded text-sm text-fg-3 hover:text-fg">
            {t('task.prompt')}
            <ChevronDown size={13} aria-hidden className="transition-transform group-open:rotate-180" />
          </summary>
          <p className="mt-1.5 max-h-48 max-w-3xl overflow-y-auto rounded-md bg-sunken px-3 py-2 whitespace-pre-wrap text-fg-2">
            {task.prompt}
          </p>
        </details>
      </div>
      <TaskOperations task={task} />
    </div>
  );
}

function Facts({ task }: { readonly task: TaskDto }) {
  const t = useTranslations();
  const locale = useLocale();
  const { usage } = task;
  const tokens = totalTokens(task);
  const isRunning = task.status === 'in_progress' && task.agentStatus === 'running';
  const split = [
    [t('task.tokensIn'), usage.inputTokens],
    [t('task.tokensOut'), usage.outputTokens],
    [t('task.cacheRead'), usage.cacheReadInputTokens],
    [t('task.cacheWrite'), usage.cacheCreationInputTokens],
  ] as const;
  const usageHint = split.map(([name, count]) => `${name} ${count.toLocaleString(locale)}`).join(' · ');
  return (
    <>
      {task.provider === 'demo' && (
        <span className="rounded border border-line px-1.5 text-xs">{t('home.demoTag')}</span>
      )}
      <span>{t(`type.${task.type}`)}</span>
      {task.startedAt ? (
        <Elapsed from={task.startedAt} to={isRunning ? null : (task.completedAt ?? task.updatedAt)} />
      ) : (
        <Ago at={task.createdAt} />
      )}
      <span className="nums" title={tokens > 0 ? usageHint : t('task.noUsage')}>
        {t('home.tokens', { count: formatCount(tokens, locale) })}
      </span>
      <span className="nums" title={t('task.costHint')}>
        {formatCost(usage.totalCost)}
      </span>
    </>
  );
}
