'use client';

import type { TaskDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { lookOf, taskState, TONE_TEXT } from './task-look.ts';

/** Icon and word of a task's state. */
export function StatusBadge({
  task,
  iconOnly = false,
}: {
  readonly task: TaskDto;
  readonly iconOnly?: boolean;
}) {
  const t = useTranslations('status');
  const state = taskState(task);
  const { tone, icon: Icon } = lookOf(state);
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 text-sm font-medium whitespace-nowrap',
        TONE_TEXT[tone],
      )}
    >
      <Icon
        size={16}
        aria-hidden
        className={cn('shrink-0', state === 'in_progress' && 'animate-spin [animation-duration:3s]')}
      />
      <span className={iconOnly ? 'sr-only' : undefined}>{t(state)}</span>
    </span>
  );
}
