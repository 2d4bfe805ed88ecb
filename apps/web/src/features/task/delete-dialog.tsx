'use client';

import type { TaskDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useDeleteTask } from './operate-task.ts';

interface Props {
  readonly task: TaskDto;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Asks before a task is gone, and whether its files go with it. */
export function DeleteDialog({ task, open, onOpenChange }: Props) {
  const t = useTranslations('operation');
  const remove = useDeleteTask(task.id);
  const problemText = useProblemText();
  const [removeFiles, setRemoveFiles] = useState(false);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('deleteTitle')} description={t('deleteBody')}>
      <div className="rounded-md border border-line p-3">
        <Switch
          id="remove-files"
          checked={removeFiles}
          onChange={setRemoveFiles}
          label={t('deleteFiles')}
          hint={t('deleteFilesHint', { path: task.workspacePath })}
        />
      </div>
      {remove.isError && (
        <p role="alert" className="mt-3 text-sm text-fail">
          {problemText(remove.error).title}
        </p>
      )}
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={() => onOpenChange(false)}>{t('back')}</Button>
        <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate(removeFiles)}>
          {t('deleteConfirm')}
        </Button>
      </div>
    </Dialog>
  );
}
