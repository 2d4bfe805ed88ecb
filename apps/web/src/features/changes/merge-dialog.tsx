'use client';

import type { MergePlanDto, TaskDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ApiError } from '../../lib/api.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useMergePlan, useMergeTask } from './changes-queries.ts';

interface Props {
  readonly task: TaskDto;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Asks before the project that the person works on is changed: where, how much and how. Says why that is refused. */
export function MergeDialog({ task, open, onOpenChange }: Props) {
  const t = useTranslations('changes');
  const problemText = useProblemText();
  const plan = useMergePlan(task.id, open);
  const merge = useMergeTask(task.id);
  const [squash, setSquash] = useState(true);
  const [documents, setDocuments] = useState(false);
  const error = merge.error ?? plan.error;
  const refusal = error instanceof ApiError ? error.problem?.detail : undefined;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('mergeTitle')} description={t('mergeBody')}>
      {plan.data && <Destination task={task} plan={plan.data} documents={documents} />}
      {plan.isPending && <Skeleton className="h-24" />}
      {plan.data && (
        <div className="mt-4 space-y-3">
          {plan.data.workBranch !== null && (
            <Switch
              id="merge-squash"
              checked={squash}
              onChange={setSquash}
              label={t('squash')}
              hint={t(squash ? 'squashOn' : 'squashOff')}
            />
          )}
          {plan.data.documents > 0 && (
            <Switch
              id="merge-documents"
              checked={documents}
              onChange={setDocuments}
              label={t('documents', { count: plan.data.documents })}
              hint={t('documentsHint')}
            />
          )}
        </div>
      )}
      {error !== null && (
        <div role="alert" className="mt-3 text-sm">
          <p className="font-medium text-fail">{problemText(error).title}</p>
          {refusal !== undefined && <p className="mt-0.5 whitespace-pre-wrap text-fg-2">{refusal}</p>}
        </div>
      )}
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={() => onOpenChange(false)}>{t('notYet')}</Button>
        <Button
          look="primary"
          disabled={merge.isPending || !plan.data}
          onClick={() => merge.mutate({ squash, documents }, { onSuccess: () => onOpenChange(false) })}
        >
          {t(merge.isPending ? 'merging' : 'merge')}
        </Button>
      </div>
    </Dialog>
  );
}

interface DestinationProps {
  readonly task: TaskDto;
  readonly plan: MergePlanDto;
  readonly documents: boolean;
}

/** The branch or folder that changes, by how many files, and what of the agent is in the repository already. */
function Destination({ task, plan, documents }: DestinationProps) {
  const t = useTranslations('changes');
  const { into, workBranch } = plan;
  const code = (chunks: ReactNode) => <code className="font-mono text-xs break-all">{chunks}</code>;
  return (
    <>
      <code className="block rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs break-all">
        {task.workspace?.location}
      </code>
      <p className="mt-2 text-sm">
        {workBranch === null
          ? t('intoFolder')
          : into === null
            ? t('intoNothing')
            : t.rich('intoBranch', { branch: into, code })}{' '}
        {t('willChange', { files: plan.files + (documents ? plan.documents : 0) })}
      </p>
      {workBranch !== null && (
        <p className="mt-1 text-sm text-fg-2">{t.rich('workBranch', { branch: workBranch, code })}</p>
      )}
    </>
  );
}
