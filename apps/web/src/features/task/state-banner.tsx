'use client';

import type { TaskDto } from '@ccs/contract';
import { Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { Button } from '../../ui/button.tsx';
import { START_OBSTACLE_ID, useStartObstacle } from '../system/use-start-obstacle.ts';
import { lookOf, taskState, TONE_GROUND, TONE_TEXT, type TaskState } from '../tasks/task-look.ts';
import { useOperateTask } from './operate-task.ts';

const BANNERS = {
  interrupted: ['interruptedTitle', 'interruptedBody'],
  paused: ['pausedTitle', 'pausedBody'],
  pending: ['queuedTitle', 'queuedBody'],
  draft: ['draftTitle', 'draftBody'],
} as const satisfies Partial<Record<TaskState, readonly [string, string]>>;

/** Why nothing goes on and what to do about it; nothing while the agent works. */
export function StateBanner({ task }: { readonly task: TaskDto }) {
  const t = useTranslations();
  const operate = useOperateTask(task.id);
  const obstacle = useStartObstacle(task.provider);
  const state = taskState(task);
  if (!(state in BANNERS)) return null;
  const [title, body] = BANNERS[state as keyof typeof BANNERS];
  const { tone, icon: Icon } = lookOf(state);
  return (
    <section
      role="status"
      className={cn(
        'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border px-4 py-2.5',
        TONE_GROUND[tone],
      )}
    >
      <Icon size={16} aria-hidden className={cn('shrink-0', TONE_TEXT[tone])} />
      <p className="min-w-0 flex-1 basis-60">
        <span className="font-medium">{t(`banner.${title}`)}</span>{' '}
        {state === 'draft' && obstacle !== null ? (
          <span id={START_OBSTACLE_ID} className="text-fg-2">
            {t(`obstacle.${obstacle}`)}
          </span>
        ) : (
          <span className="text-fg-2">{t(`banner.${body}`)}</span>
        )}
      </p>
      {state === 'interrupted' && task.allowedOperations.includes('resume') && (
        <Button disabled={operate.isPending} onClick={() => operate.mutate('resume')}>
          <Play size={14} aria-hidden />
          {t('operation.resume')}
        </Button>
      )}
    </section>
  );
}
