'use client';

import type { TaskDto } from '@ccs/contract';
import { Play, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import { useOperateTask } from '../task/operate-task.ts';
import { lookOf, taskState, TONE_TEXT } from '../tasks/task-look.ts';
import { useFailureText } from '../tasks/use-failure-text.ts';

/** A task that failed or was interrupted: why, what to do, and the way on. */
export function InboxStopped({ task }: { readonly task: TaskDto }) {
  const t = useTranslations();
  const operate = useOperateTask(task.id);
  const problemText = useProblemText();
  const failureText = useFailureText();
  const { icon: Icon, tone } = lookOf(taskState(task));
  const isFailed = task.failure !== null;
  const { meaning, whatToDo } = task.failure
    ? failureText(task.failure)
    : { meaning: t('banner.interruptedTitle'), whatToDo: t('banner.interruptedBody') };
  const operation = isFailed ? 'execute' : 'resume';
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <Icon size={16} aria-hidden className={cn('shrink-0', TONE_TEXT[tone])} />
      <p className="min-w-0 flex-1 basis-48">
        <span className="font-medium">
          <WithCode text={meaning} />
        </span>
        <span className="block text-sm text-fg-2">
          <WithCode text={whatToDo} />
        </span>
        {operate.isError && (
          <span role="alert" className="block text-sm text-fail">
            {problemText(operate.error).title}
          </span>
        )}
      </p>
      {task.allowedOperations.includes(operation) && (
        <Button
          className="max-sm:w-full"
          disabled={operate.isPending}
          onClick={() => operate.mutate(operation)}
        >
          {isFailed ? <RotateCcw size={14} aria-hidden /> : <Play size={14} aria-hidden />}
          {t(isFailed ? 'inbox.retry' : 'operation.resume')}
        </Button>
      )}
    </div>
  );
}
