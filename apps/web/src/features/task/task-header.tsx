'use client';

import type { TaskDto } from '@ccs/contract';
import { ArrowLeft, ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { formatCount } from '../../lib/format.ts';
import { Ago, Worked } from '../../ui/times.tsx';
import { costOf } from '../tasks/cost-of.ts';
import { StatusBadge } from '../tasks/status-badge.tsx';
import { totalTokens } from '../tasks/total-tokens.ts';
import { TaskOperations } from './task-operations.tsx';

/** Title, state and what can be done now. */
export function TaskHeader({ task }: { readonly task: TaskDto }) {
  const t = useTranslations();
  const [isPromptOpen, setIsPromptOpen] = useState(false);
  return (
    <header>
      <div className="flex items-start justify-between gap-3">
        <div className="flex min-w-0 items-start gap-1.5">
          <Link
            href="/"
            aria-label={t('app.home')}
            title={t('app.home')}
            className="touch -ml-2 inline-flex size-8 shrink-0 items-center justify-center rounded-md text-fg-3 hover:bg-hover hover:text-fg pointer-coarse:-ml-3.5 pointer-coarse:-my-1.5"
          >
            <ArrowLeft size={16} aria-hidden />
          </Link>
          <h1 className="line-clamp-2 min-w-0 pt-0.5 text-xl font-semibold tracking-tight" title={task.title}>
            {task.title}
          </h1>
        </div>
        <TaskOperations task={task} />
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-fg-3">
        <span role="status" className="inline-flex">
          <StatusBadge task={task} />
        </span>
        <Facts task={task} />
        <button
          type="button"
          aria-expanded={isPromptOpen}
          aria-controls="task-prompt"
          onClick={() => setIsPromptOpen(!isPromptOpen)}
          className="touch inline-flex items-center gap-0.5 rounded hover:text-fg"
        >
          {t('task.prompt')}
          <ChevronDown
            size={13}
            aria-hidden
            className={cn('transition-transform', isPromptOpen && 'rotate-180')}
          />
        </button>
      </div>
      {isPromptOpen && (
        <p
          id="task-prompt"
          className="mt-2 max-h-48 max-w-3xl overflow-y-auto rounded-md border border-line bg-surface px-3 py-2 whitespace-pre-wrap text-fg-2"
        >
          {task.prompt}
        </p>
      )}
    </header>
  );
}

function Facts({ task }: { readonly task: TaskDto }) {
  const t = useTranslations();
  const locale = useLocale();
  const { usage } = task;
  const tokens = totalTokens(task);
  const cost = costOf(task);
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
      <span className="max-sm:hidden">{t(`type.${task.type}`)}</span>
      {task.startedAt ? <Worked ms={task.workedMs} since={task.workingSince} /> : <Ago at={task.createdAt} />}
      {tokens > 0 && (
        <span className="nums" title={usageHint}>
          {t('home.tokens', { count: formatCount(tokens, locale) })}
        </span>
      )}
      {cost !== null && (
        <span className="nums" title={t('task.costHint')}>
          {cost}
        </span>
      )}
    </>
  );
}
