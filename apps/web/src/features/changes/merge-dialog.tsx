'use client';

import type { TaskDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { ApiError } from '../../lib/api.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useMergeTask } from './changes-queries.ts';

interface Props {
  readonly task: TaskDto;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Asks before the project that the person works on is changed, and says why that is refused. */
export function MergeDialog({ task, open, onOpenChange }: Props) {
  const t = useTranslations('changes');
  const problemText = useProblemText();
  const merge = useMergeTask(task.id);
  const refusal = merge.error instanceof ApiError ? merge.error.problem?.detail : undefined;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('mergeTitle')} description={t('mergeBody')}>
      <code className="block rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs">
        {task.workspace?.location}
      </code>
      {merge.isError && (
        <div role="alert" className="mt-3 text-sm">
          <p className="font-medium text-fail">{problemText(merge.error).title}</p>
          {refusal !== undefined && <p className="mt-0.5 whitespace-pre-wrap text-fg-2">{refusal}</p>}
        </div>
      )}
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={() => onOpenChange(false)}>{t('notYet')}</Button>
        <Button
          look="primary"
          disabled={merge.isPending}
          onClick={() => merge.mutate(undefined, { onSuccess: () => onOpenChange(false) })}
        >
          {t(merge.isPending ? 'merging' : 'merge')}
        </Button>
      </div>
    </Dialog>
  );
}
