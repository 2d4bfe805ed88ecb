'use client';

import type { TaskDto } from '@ccs/contract';
import { Ellipsis, Pause, Pencil, Play, Square, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { START_OBSTACLE_ID, useStartObstacle } from '../system/use-start-obstacle.ts';
import { taskState } from '../tasks/task-look.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { useOperateTask } from './operate-task.ts';

type Open = 'edit' | 'cancel' | 'delete' | null;

/** The operations that are legal now: the next one as a button, the rest in a menu. */
export function TaskOperations({ task }: { readonly task: TaskDto }) {
  const t = useTranslations();
  const operate = useOperateTask(task.id);
  const obstacle = useStartObstacle(task.provider);
  const problemText = useProblemText();
  const [open, setOpen] = useState<Open>(null);
  const can = (operation: TaskDto['allowedOperations'][number]) => task.allowedOperations.includes(operation);
  // The failure card and the banner of an interruption carry the way on themselves.
  const hasCard = ['failed', 'cancelled', 'interrupted'].includes(taskState(task));
  const dialog = (name: Open) => ({
    open: open === name,
    onOpenChange: (is: boolean) => setOpen(is ? name : null),
  });
  return (
    <div className="flex shrink-0 items-center justify-end gap-1.5">
      {can('execute') && !hasCard && (
        <Button
          look="primary"
          disabled={operate.isPending || obstacle !== null}
          aria-describedby={obstacle === null ? undefined : START_OBSTACLE_ID}
          title={obstacle === null ? undefined : t(`obstacle.${obstacle}`)}
          onClick={() => operate.mutate('execute')}
        >
          <Play size={14} aria-hidden />
          {t('operation.execute')}
        </Button>
      )}
      {can('resume') && !hasCard && (
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
      {operate.isError && (
        <p
          role="alert"
          className="animate-rise fixed inset-x-4 bottom-24 z-40 mx-auto w-fit rounded-lg border border-fail/40 bg-surface px-4 py-2 text-sm text-fail shadow-lg"
        >
          {problemText(operate.error).title}
        </p>
      )}
      <EditDialog task={task} {...dialog('edit')} />
      <CancelDialog onConfirm={() => operate.mutate('cancel')} {...dialog('cancel')} />
      <DeleteDialog task={task} {...dialog('delete')} />
    </div>
  );
}
