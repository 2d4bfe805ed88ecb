'use client';

import type { TaskDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, inputStyle } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useEditTask } from './operate-task.ts';

interface Props {
  readonly task: TaskDto;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Title and prompt of a task that may still be changed, and whether its tools ask first. */
export function EditDialog({ task, open, onOpenChange }: Props) {
  const t = useTranslations('operation');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('editTitle')} wide>
      <EditForm task={task} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function EditForm({ task, onDone }: { readonly task: TaskDto; readonly onDone: () => void }) {
  const t = useTranslations();
  const edit = useEditTask(task.id);
  const problemText = useProblemText();
  const [title, setTitle] = useState(task.title);
  const [prompt, setPrompt] = useState(task.prompt);
  // What an agent has begun to work from stays as it is.
  const isBriefOpen = task.status === 'draft' || task.status === 'failed';
  const [autoAccept, setAutoAccept] = useState(task.autoAccept);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const brief = isBriefOpen ? { title, prompt } : {};
        edit.mutate({ ...brief, autoAccept }, { onSuccess: onDone });
      }}
    >
      <Field id="edit-title" label={t('create.taskTitle')}>
        <input
          id="edit-title"
          required
          disabled={!isBriefOpen}
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          className={inputStyle}
        />
      </Field>
      <Field id="edit-prompt" label={t('operation.editPrompt')}>
        <textarea
          id="edit-prompt"
          required
          disabled={!isBriefOpen}
          maxLength={50_000}
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
          className={cn(inputStyle, 'field-sizing-content max-h-[40vh] min-h-32')}
        />
      </Field>
      <Switch
        id="edit-asks-first"
        checked={!autoAccept}
        onChange={(asksFirst) => setAutoAccept(!asksFirst)}
        label={t('create.asksFirst')}
        hint={t('create.asksFirstHint')}
      />
      {edit.isError && (
        <p role="alert" className="text-sm text-fail">
          {problemText(edit.error).title}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{t('operation.back')}</Button>
        <Button type="submit" look="primary" disabled={edit.isPending}>
          {t('operation.save')}
        </Button>
      </div>
    </form>
  );
}
