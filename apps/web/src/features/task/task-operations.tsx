'use client';

import type { TaskDto } from '@ccs/contract';
import { Ellipsis, Pause, Pencil, Play, RotateCcw, Square, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { useOperateTask } from './operate-task.ts';

type Open = 'edit' | 'cancel' | 'delete' | null;

/** The operations that are legal now: the next one as a button, the rest in a menu. */
export function TaskOperations({ task }: { readonly task: TaskDto }) {
  const t = useTranslations();
  const operate = useOperateTask(task.id);
  const problemText = useProblemText();
  const [open, setOpen] = useState<Open>(null);
  const can = (operation: TaskDto['allowedOperations'][number]) => task.allowedOperations.includes(operation);
  const isAgain = task.status === 'failed';
  const dialog = (name: Open) => ({
    open: open === name,
    onOpenChange: (is: boolean) => setOpen(is ? name : null),
  });
  return (
    <div className="flex flex-wrap items-center justify-end gap-1.5">
      {operate.isError && (
        <p role="alert" className="basis-full text-right text-sm text-fail">
          {problemText(operate.error).title}
        </p>
      )}
      {can('execute') && (
        <Button look="primary" disabled={operate.isPending} onClick={() => operate.mutate('execute')}>
          {isAgain ? <RotateCcw size={14} aria-hidden /> : <Play size={14} aria-hidden />}
          {isAgain ? t('failure.retry') : t('operation.execute')}
        </Button>
      )}
      {can('resume') && (
        <Button look="primary" disabled={operate.isPending} onClick={() => operate.mutate('resume')}>
          <Play size={14} aria-hidden />
          {t('operation.resume')}
        </Button>
      )}
      {can('pause') && (
        <Button disabled={operate.isPending} onClick={() => operate.mutate('pause')}>
          <Pause size={14} aria-hidden />
          {t('operation.pause')}
        </Button>
      )}
      {(can('edit') || can('cancel') || can('delete')) && (
        <Menu
          trigger={
            <Button look="quiet" size="icon" aria-label={t('operation.more')} title={t('operation.more')}>
              <Ellipsis size={16} aria-hidden />
            </Button>
          }
        >
          {can('edit') && (
            <MenuItem icon={<Pencil size={14} />} onSelect={() => setOpen('edit')}>
              {t('operation.edit')}
            </MenuItem>
          )}
          {can('cancel') && (
            <MenuItem icon={<Square size={14} />} onSelect={() => setOpen('cancel')}>
              {t('operation.cancel')}
            </MenuItem>
          )}
          {can('delete') && (
            <MenuItem icon={<Trash2 size={14} />} danger onSelect={() => setOpen('delete')}>
              {t('operation.delete')}
            </MenuItem>
          )}
        </Menu>
      )}
      <EditDialog task={task} {...dialog('edit')} />
      <CancelDialog onConfirm={() => operate.mutate('cancel')} {...dialog('cancel')} />
      <DeleteDialog task={task} {...dialog('delete')} />
    </div>
  );
}
