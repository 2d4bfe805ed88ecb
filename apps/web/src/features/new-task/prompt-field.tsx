'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { Field, inputStyle } from '../../ui/field.tsx';

interface Props {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

/** The prompt, as tall as what is written in it. */
export function PromptField({ value, error, onChange, children }: Props) {
  const t = useTranslations('create');
  return (
    <div>
      <Field id="prompt" label={t('prompt')} error={error}>
        <textarea
          id="prompt"
          value={value}
          rows={5}
          maxLength={50_000}
          autoFocus
          placeholder={t('promptPlaceholder')}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : 'prompt-error'}
          onChange={(event) => onChange(event.target.value)}
          className={cn(
            inputStyle,
            'field-sizing-content max-h-[50vh] min-h-32 resize-y py-2.5 leading-relaxed',
          )}
        />
      </Field>
      {children}
    </div>
  );
}
