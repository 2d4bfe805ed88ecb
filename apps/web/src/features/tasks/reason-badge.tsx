'use client';

import type { TaskDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { useFailureText } from './use-failure-text.ts';
import { lookOf, taskState, TONE_TEXT } from './task-look.ts';

/** The one reason why a task does not go on; nothing for a task that does not wait. */
export function ReasonBadge({ task }: { readonly task: TaskDto }) {
  const t = useTranslations();
  const failureText = useFailureText();
  const state = taskState(task);
  const text = reason();
  if (text === null) return null;
  return (
    <span className={cn('min-w-0 truncate', TONE_TEXT[lookOf(state).tone])} title={text}>
      <span aria-hidden className="mr-2 text-fg-3">
        ·
      </span>
      {text}
    </span>
  );

  function reason(): string | null {
    if (state === 'review') return t('reason.review');
    if (state === 'interrupted') return t('reason.interrupted');
    if (state === 'paused') return t('reason.paused');
    if (state === 'pending') return t('reason.queue');
    if (state === 'failed' && task.failure) return failureText(task.failure).meaning;
    return state === 'completed' || state === 'draft' || state === 'cancelled' ? t(`status.${state}`) : null;
  }
}
