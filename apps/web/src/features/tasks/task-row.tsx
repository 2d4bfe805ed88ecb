'use client';

import { findPhase } from '@ccs/contract/vocabulary';
import type { TaskDto } from '@ccs/contract';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { memo } from 'react';
import { formatCount } from '../../lib/format.ts';
import { Ago, Worked } from '../../ui/times.tsx';
import { costOf } from './cost-of.ts';
import { PhaseTrack } from './phase-track.tsx';
import { ReasonBadge } from './reason-badge.tsx';
import { StatusBadge } from './status-badge.tsx';
import { taskState } from './task-look.ts';
import { totalTokens } from './total-tokens.ts';

/** One task in a list: what it is, how far, what it does or waits for, what it cost. */
export const TaskRow = memo(function TaskRow({ task }: { readonly task: TaskDto }) {
  const t = useTranslations();
  const locale = useLocale();
  const state = taskState(task);
  const tokens = totalTokens(task);
  const cost = costOf(task);
  // Done or not begun: the state says it all.
  const hasProgress = task.progress > 0 && task.progress < 100;
  return (
    <Link
      href={`/task?id=${task.id}`}
      prefetch={false}
      className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-1.5 px-4 py-3 -outline-offset-2 transition-colors hover:bg-hover sm:grid-cols-[1rem_minmax(0,1fr)_9rem_9.5rem]"
    >
      <span className="pt-0.5">
        <StatusBadge task={task} iconOnly />
      </span>
      <span className="min-w-0">
        <span className="flex items-baseline gap-2">
          <span className="truncate font-medium">{task.title}</span>
          {task.provider === 'demo' && <DemoTag label={t('home.demoTag')} />}
        </span>
        <span className="mt-0.5 flex min-w-0 items-center gap-x-2 text-sm text-fg-3">
          <PhaseChip task={task} />
          {state === 'in_progress' ? (
            <CurrentAction text={task.currentAction} />
          ) : (
            <ReasonBadge task={task} />
          )}
        </span>
      </span>
      <span className="col-span-2 col-start-2 row-start-2 flex items-center gap-2 sm:col-span-1 sm:col-start-3 sm:row-start-1 sm:pt-0.5">
        {hasProgress && (
          <>
            <PhaseTrack task={task} className="flex-1" />
            <span className="nums w-9 text-right whitespace-nowrap text-xs text-fg-3">{task.progress}%</span>
          </>
        )}
      </span>
      <span className="nums text-right text-xs leading-5 text-fg-3 sm:col-start-4">
        <span className="block whitespace-nowrap">
          {task.startedAt ? (
            <Worked ms={task.workedMs} since={task.workingSince} />
          ) : (
            <Ago at={task.createdAt} />
          )}
        </span>
        {tokens > 0 && (
          <span className="block whitespace-nowrap">
            <span className="max-sm:hidden">{t('home.tokens', { count: formatCount(tokens, locale) })}</span>
            {cost !== null && (
              <>
                <span className="max-sm:hidden"> · </span>
                {cost}
              </>
            )}
          </span>
        )}
      </span>
    </Link>
  );
});

function DemoTag({ label }: { readonly label: string }) {
  return <span className="shrink-0 rounded border border-line px-1 text-2xs text-fg-3">{label}</span>;
}

/** What the agent does right now. */
function CurrentAction({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <span className="min-w-0 truncate font-mono text-xs" title={text}>
      {text}
    </span>
  );
}

function PhaseChip({ task }: { readonly task: TaskDto }) {
  const t = useTranslations();
  const locale = useLocale();
  const phase = task.currentPhase === null ? undefined : findPhase(task.type, task.currentPhase);
  if (!phase) return <span className="shrink-0">{t(`type.${task.type}`)}</span>;
  const name = phase.name[locale];
  return (
    <span className="shrink-0 whitespace-nowrap text-fg-2">
      {task.currentStep === null
        ? name
        : t('home.phaseStep', { phase: name, step: task.currentStep, total: phase.steps.length })}
    </span>
  );
}
