'use client';

import { LANGUAGES, QUEUE_PRIORITIES } from '@ccs/contract/vocabulary';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { inputStyle } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { Draft } from './use-draft.ts';

interface Props {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** What most people leave as it is. */
export function Options({ draft, onChange }: Props) {
  const t = useTranslations();
  return (
    <div className="flex flex-col gap-4 border-t border-line p-4">
      <Switch
        id="autoApprove"
        checked={draft.autoApprove}
        onChange={(autoApprove) => onChange({ autoApprove })}
        label={t('create.autoApprove')}
        hint={t('create.autoApproveHint')}
      />
      <Choice
        id="language"
        label={t('create.language')}
        value={draft.language}
        options={LANGUAGES}
        nameOf={(language) => t(`language.${language}`)}
        onChange={(language) => onChange({ language })}
      />
      <Choice
        id="priority"
        label={t('create.priority')}
        value={draft.priority}
        options={QUEUE_PRIORITIES}
        nameOf={(priority) => t(`priority.${priority}`)}
        onChange={(priority) => onChange({ priority })}
      />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly nameOf: (option: T) => string;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ id, label, value, options, nameOf, onChange }: ChoiceProps<T>) {
  return (
    <div className="flex items-center justify-between gap-6">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
        className={cn(inputStyle, 'w-auto! min-w-36 text-sm!')}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {nameOf(option)}
          </option>
        ))}
      </select>
    </div>
  );
}
