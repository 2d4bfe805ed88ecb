'use client';

import { Eye, EyeOff, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { submitKeys } from '../../lib/submit-keys.ts';
import { submitOnKeys } from '../../lib/submit-on-keys.ts';
import { Button } from '../../ui/button.tsx';
import { inputStyle } from '../../ui/field.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import { AskFooter } from './ask-footer.tsx';
import type { DependencyFormProps } from './dependency-form-props.ts';
import { RefuseButton } from './refuse-button.tsx';
import { pastedValue, valueProblem } from './secret-value.ts';

/** A key, a value or an address: goes to the server once and is never shown again. */
export function ValueForm(props: DependencyFormProps) {
  const { ask, settle, isSending } = props;
  const t = useTranslations('ask');
  const [value, setValue] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const problem = valueProblem(value);
  const error = isChecked && problem !== null ? t(`valueProblem.${problem}`) : null;
  const submit = () => {
    setIsChecked(true);
    if (problem === null && !isSending) settle({ value });
  };
  const field = {
    id: `${ask.id}-value`,
    value,
    'aria-label': t('valueOf', { name: ask.name }),
    'aria-invalid': error !== null,
    'aria-describedby': `${ask.id}-where${error === null ? '' : ` ${ask.id}-error`}`,
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    placeholder: t('valuePlaceholder'),
    onChange: (event: { target: { value: string } }) => setValue(event.target.value),
    // A password field drops line breaks without a word, and a key of several lines with them.
    onPaste: (event: React.ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const pasted = pastedValue(event.clipboardData.getData('text'));
      if (!pasted.includes('\n')) return;
      event.preventDefault();
      setValue(pasted);
    },
  };
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={submitOnKeys(submit)}
    >
      <div className="relative mt-3">
        {value.includes('\n') ? (
          <textarea
            {...field}
            rows={4}
            autoFocus
            className={cn(
              inputStyle,
              'max-h-60 pr-11 font-mono text-sm!',
              !isShown && '[-webkit-text-security:disc]',
            )}
          />
        ) : (
          <input
            {...field}
            type={isShown ? 'text' : 'password'}
            className={cn(inputStyle, 'pr-11 font-mono text-sm! placeholder:font-sans')}
          />
        )}
        <Button
          look="quiet"
          size="icon"
          className="absolute top-0 right-0"
          aria-label={t(isShown ? 'hide' : 'show')}
          aria-pressed={isShown}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? <EyeOff size={15} aria-hidden /> : <Eye size={15} aria-hidden />}
        </Button>
      </div>
      {error !== null && (
        <p id={`${ask.id}-error`} role="alert" className="mt-1.5 text-sm text-fail">
          {error}
        </p>
      )}
      <p id={`${ask.id}-where`} className="mt-1.5 flex items-start gap-1.5 text-sm text-fg-3">
        <Lock size={13} aria-hidden className="mt-0.75 shrink-0" />
        <span>
          <WithCode text={t('valueWhere', { name: ask.name })} />
        </span>
      </p>
      <AskFooter ask={ask}>
        <RefuseButton {...props} />
        {ask.provisions.includes('allow') && (
          <Button disabled={isSending} onClick={() => settle({ decision: 'allow' })}>
            {t('ready')}
          </Button>
        )}
        <Button type="submit" look="primary" disabled={isSending}>
          {isSending ? t('sending') : t('provide')}
          <kbd aria-hidden className="font-sans text-xs opacity-60 max-sm:hidden">
            {submitKeys()}
          </kbd>
        </Button>
      </AskFooter>
    </form>
  );
}
