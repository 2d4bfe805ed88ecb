'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { Field, inputStyle } from '../../ui/field.tsx';

import { kindOf, type Draft } from './draft.ts';

interface Props {
  readonly draft: Pick<Draft, 'type' | 'prompt'>;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

/** The prompt, as tall as what is written in it. */
export function PromptField({ draft: { type, prompt }, error, onChange, children }: Props) {
  const t = useTranslations('create');
  const kind = kindOf({ type });
  return (
    <div>
      <Field id="prompt" label={t(`promptFor.${kind}`)} error={error}>
        <textarea
          id="prompt"
          value={prompt}
          rows={5}
          maxLength={50_000}
          autoFocus
          placeholder={t(`promptPlaceholder.${kind}`)}
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
