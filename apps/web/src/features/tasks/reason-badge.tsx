'use client';

import { findPhase } from '@ccs/contract/vocabulary';
import type { TaskDto } from '@ccs/contract';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { useFailureText } from './use-failure-text.ts';
import { lookOf, taskState, TONE_TEXT } from './task-look.ts';

/** The one reason why a task does not go on, beside the icon of its state; nothing for a task that does not wait. */
export function ReasonBadge({ task }: { readonly task: TaskDto }) {
  const text = useReason(task);
  const { tone } = lookOf(taskState(task));
  if (text === null) return null;
  return (
    <span className={cn('min-w-0 truncate', TONE_TEXT[tone])} title={text}>
      <span aria-hidden className="mr-2 text-fg-3">
        ·
      </span>
      {text}
    </span>
  );
}

function useReason(task: TaskDto): string | null {
  const t = useTranslations();
  const locale = useLocale();
  const failureText = useFailureText();
  const state = taskState(task);
  switch (state) {
    case 'review': {
      const phase = findPhase(task.type, task.currentPhase ?? 0);
      return phase ? t('reason.review', { phase: phase.name[locale] }) : t('reason.reviewPlain');
    }
    case 'question':
    case 'dependency':
      return task.blockedDetail === null
        ? t(`status.${state}`)
        : t(`reason.${state}`, { detail: task.blockedDetail });
    case 'interrupted':
    case 'paused':
    case 'verifying':
      return t(`reason.${state}`);
    case 'pending':
      return t('reason.queue');
    case 'failed':
      return task.failure ? failureText(task.failure).meaning : t('status.failed');
    case 'answered':
    case 'completed':
    case 'draft':
    case 'cancelled':
      return t(`status.${state}`);
    default:
      return null;
  }
}
