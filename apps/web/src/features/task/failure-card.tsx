'use client';

import type { FailureDto, TaskDto } from '@ccs/contract';
import { ChevronRight, CircleX, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { Button } from '../../ui/button.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import { useFailureText } from '../tasks/use-failure-text.ts';
import { useOperateTask } from './operate-task.ts';

/** Why the task failed, what that means and what to do. A task that the person cancelled is no alarm. */
export function FailureCard({ task, failure }: { readonly task: TaskDto; readonly failure: FailureDto }) {
  const t = useTranslations('failure');
  const operate = useOperateTask(task.id);
  const { meaning, whatToDo } = useFailureText()(failure);
  const isCancelled = failure.code === 'cancelled';
  return (
    <section
      role={isCancelled ? undefined : 'alert'}
      className={cn(
        'rounded-lg border px-4 py-3',
        isCancelled ? 'border-line bg-sunken' : 'border-fail/30 bg-fail/6',
      )}
    >
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <CircleX
          size={16}
          aria-hidden
          className={cn('mt-0.5 shrink-0', isCancelled ? 'text-fg-3' : 'text-fail')}
        />
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="font-semibold">{isCancelled ? t('titleCancelled') : <WithCode text={meaning} />}</h2>
          <p className="mt-0.5 text-pretty text-fg-2">
            <WithCode text={whatToDo} />
          </p>
        </div>
        {task.allowedOperations.includes('execute') && (
          <Button disabled={operate.isPending} onClick={() => operate.mutate('execute')}>
            <RotateCcw size={14} aria-hidden />
            {isCancelled ? t('runAgain') : t('retry')}
          </Button>
        )}
      </div>
      {!isCancelled && (
        <details className="group mt-2 ml-8">
          <summary className="touch inline-flex items-center gap-1 text-sm text-fg-3 hover:text-fg">
            <ChevronRight size={13} aria-hidden className="transition-transform group-open:rotate-90" />
            {t('details')}
            <code className="ml-1 font-mono text-xs">{failure.code}</code>
          </summary>
          {failure.details !== null && (
            <pre className="mt-2 max-h-48 overflow-auto rounded-md border border-line bg-surface p-3 font-mono text-xs whitespace-pre-wrap">
              {failure.details}
            </pre>
          )}
        </details>
      )}
    </section>
  );
}
