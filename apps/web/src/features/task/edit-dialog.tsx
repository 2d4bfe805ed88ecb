'use client';

import type { TaskDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, inputStyle } from '../../ui/field.tsx';
import { useEditTask } from './operate-task.ts';

interface Props {
  readonly task: TaskDto;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Title and prompt of a task that may still be changed. */
export function EditDialog({ task, open, onOpenChange }: Props) {
  const t = useTranslations();
  const edit = useEditTask(task.id);
  const problemText = useProblemText();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('operation.editTitle')} wide>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          edit.mutate(
            { title: String(form.get('title')), prompt: String(form.get('prompt')) },
            { onSuccess: () => onOpenChange(false) },
          );
        }}
      >
        <Field id="edit-title" label={t('create.taskTitle')}>
          <input
            id="edit-title"
            name="title"
            required
            maxLength={200}
            defaultValue={task.title}
            className={inputStyle}
          />
        </Field>
        <Field id="edit-prompt" label={t('create.prompt')}>
          <textarea
            id="edit-prompt"
            name="prompt"
            required
            maxLength={50_000}
            defaultValue={task.prompt}
            className={cn(inputStyle, 'field-sizing-content max-h-[40vh] min-h-32')}
          />
        </Field>
        {edit.isError && (
          <p role="alert" className="text-sm text-fail">
            {problemText(edit.error).title}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{t('operation.back')}</Button>
          <Button type="submit" look="primary" disabled={edit.isPending}>
            {t('operation.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
