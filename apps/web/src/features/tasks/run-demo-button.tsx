'use client';

import { Play } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button, type ButtonProps } from '../../ui/button.tsx';
import { useCreateTask } from './create-task.ts';

/** Starts the demo task and opens it. */
export function RunDemoButton({ look = 'outline', size }: Pick<ButtonProps, 'look' | 'size'>) {
  const t = useTranslations('demo');
  const language = useLocale();
  const create = useCreateTask();
  const problemText = useProblemText();
  const run = () =>
    create.mutate({
      type: 'create_app',
      provider: 'demo',
      title: t('title'),
      prompt: t('prompt'),
      language,
      execute: true,
    });
  return (
    <>
      <Button
        look={look}
        size={size}
        onClick={run}
        disabled={create.isPending || create.isSuccess}
        title={t('hint')}
      >
        <Play size={14} aria-hidden />
        {create.isPending ? t('starting') : t('run')}
      </Button>
      {create.isError && (
        <p role="alert" className="basis-full text-sm text-fail">
          {problemText(create.error).title}
        </p>
      )}
    </>
  );
}
