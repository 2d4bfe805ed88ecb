'use client';

import { ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { submitKeys } from '../../lib/submit-keys.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { useTitle } from '../../lib/use-title.ts';
import { Button } from '../../ui/button.tsx';
import { Field, inputStyle } from '../../ui/field.tsx';
import { SignInBanner } from '../system/sign-in-banner.tsx';
import { useStartObstacle } from '../system/use-start-obstacle.ts';
import { useCreateTask } from '../tasks/create-task.ts';
import { bodyOf, emptyDraft, kindOf, missingFields, type Draft } from './draft.ts';
import { Examples } from './examples.tsx';
import { fieldErrors, type FieldErrors } from './field-errors.ts';
import { GatesFields } from './gates-fields.tsx';
import { Options } from './options.tsx';
import { PromptField } from './prompt-field.tsx';
import { SourceFields } from './source-fields.tsx';
import { TypeCards } from './type-cards.tsx';
import { clearDraft, useDraft } from './use-draft.ts';
import { submitOnKeys } from '../../lib/submit-on-keys.ts';

/** The form for a new task. */
export function NewTaskPage() {
  const t = useTranslations();
  useTitle(t('create.title'));
  const { draft, setDraft, isRestored } = useDraft(useLocale());
  const create = useCreateTask();
  const problemText = useProblemText();
  const obstacle = useStartObstacle('claude');
  const [missing, setMissing] = useState<FieldErrors>({});
  const errors: FieldErrors = { ...fieldErrors(create.error), ...missing };
  const set = (change: Partial<Draft>) => {
    setMissing({});
    setDraft({ ...draft, ...change });
  };
  const locale = useLocale();

  const start = () => submit(obstacle !== 'missing');

  function submit(execute: boolean) {
    if (create.isPending) return;
    const empty = missingFields(draft);
    setMissing(Object.fromEntries(empty.map((field) => [field, t(`create.missing.${field}`)])));
    const [first] = empty;
    if (first !== undefined) return goTo(first);
    // Without an account the idea can still be tried; a draft waits for the account.
    const provider = execute && obstacle === 'signed_out' ? 'demo' : 'claude';
    create.mutate(
      { ...bodyOf(draft), provider, execute },
      {
        onSuccess: clearDraft,
        onError(error) {
          const [refused] = Object.keys(fieldErrors(error));
          if (refused !== undefined) goTo(refused);
        },
      },
    );
  }

  return (
    <form
      noValidate
      className="mx-auto flex max-w-2xl flex-col gap-6 px-4 pb-52 pt-6 sm:pt-10 sm:pb-32"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
      onKeyDown={submitOnKeys(start)}
    >
      <div className="flex items-baseline justify-between gap-4">
        <h1 className="text-xl font-semibold tracking-tight">{t('create.title')}</h1>
        {isRestored && (draft.title !== '' || draft.prompt !== '') && (
          <p className="text-sm text-fg-3">
            {t('create.restored')}{' '}
            <button
              type="button"
              className="touch underline underline-offset-4 hover:text-fg"
              onClick={() => setDraft(emptyDraft(locale))}
            >
              {t('create.discard')}
            </button>
          </p>
        )}
      </div>
      <TypeCards value={draft.type} onChange={(type) => set({ type })} />
      {draft.type === 'modify_app' && <SourceFields draft={draft} error={errors.source} onChange={set} />}
      <PromptField draft={draft} error={errors.prompt} onChange={(prompt) => set({ prompt })}>
        {draft.type === 'create_app' && <Examples onUse={(example) => set(example)} />}
      </PromptField>
      {draft.type !== 'custom' && (
        <Field id="title" label={t('create.taskTitle')} error={errors.title}>
          <input
            id="title"
            value={draft.title}
            maxLength={200}
            autoComplete="off"
            placeholder={t(
              draft.type === 'modify_app'
                ? 'create.titlePlaceholder.modify_app'
                : 'create.titlePlaceholder.create_app',
            )}
            aria-invalid={errors.title !== undefined}
            aria-describedby={errors.title === undefined ? undefined : 'title-error'}
            onChange={(event) => set({ title: event.target.value })}
            className={inputStyle}
          />
        </Field>
      )}
      <GatesFields draft={draft} onChange={set} />
      <details
        className="group rounded-lg border border-line bg-surface"
        open={draft.asksFirst || draft.timeout !== '' || draft.priority !== 'normal' || undefined}
      >
        <summary className="touch flex items-center gap-1.5 px-4 py-2.5 text-sm font-medium">
          <ChevronRight size={14} aria-hidden className="transition-transform group-open:rotate-90" />
          {t('create.options')}
        </summary>
        <Options draft={draft} onChange={set} />
      </details>
      <SignInBanner />
      {create.isError && (
        <p role="alert" className="text-sm text-fail">
          {problemText(create.error).title}
        </p>
      )}
      <div className="fixed inset-x-0 bottom-0 z-20 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-bg px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:static sm:border-0 sm:bg-transparent sm:p-0">
        {obstacle !== null && (
          <p id="why-not" className="basis-full text-sm text-pretty text-fg-2 sm:text-right">
            {t(obstacle === 'missing' ? 'create.whyMissing' : `create.whyDemo.${kindOf(draft)}`)}
          </p>
        )}
        <Button size="lg" look="quiet" disabled={create.isPending} onClick={() => submit(false)}>
          {t('create.draft')}
        </Button>
        <Button
          size="lg"
          look="primary"
          className="max-sm:flex-1"
          disabled={create.isPending || obstacle === 'missing'}
          aria-describedby={obstacle === null ? undefined : 'why-not'}
          onClick={start}
        >
          {create.isPending
            ? t('create.submitting')
            : t(obstacle === 'signed_out' ? 'create.submitDemo' : 'create.submit')}
          <kbd aria-hidden className="font-sans text-xs opacity-60 max-sm:hidden">
            {submitKeys()}
          </kbd>
        </Button>
      </div>
    </form>
  );
}

/** Puts the cursor into a field, and the field into view. */
function goTo(field: string): void {
  document.getElementById(field)?.focus();
}
