'use client';

import { LANGUAGES, QUEUE_PRIORITIES } from '@ccs/contract/vocabulary';
import { useTranslations } from 'next-intl';
import { SelectRow } from '../../ui/select-row.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { Draft } from './draft.ts';

interface Props {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Minutes until an optional question is answered by its default; '' = as the server is set, 0 = never. */
const TIMEOUTS = ['', '15', '60', '480', '1440', '0'] as const;

/** What most people leave as it is. */
export function Options({ draft, onChange }: Props) {
  const t = useTranslations();
  return (
    <div className="flex flex-col gap-4 border-t border-line p-4">
      <Switch
        id="asksFirst"
        checked={draft.asksFirst}
        onChange={(asksFirst) => onChange({ asksFirst })}
        label={t('create.asksFirst')}
        hint={t('create.asksFirstHint')}
      />
      <SelectRow
        id="timeout"
        label={t('create.timeout.title')}
        value={TIMEOUTS.find((each) => each === draft.timeout) ?? ''}
        options={TIMEOUTS}
        nameOf={(minutes) => t(`create.timeout.after${minutes === '' ? 'Default' : minutes}`)}
        onChange={(timeout) => onChange({ timeout })}
      />
      <SelectRow
        id="language"
        label={t('create.language')}
        value={draft.language}
        options={LANGUAGES}
        nameOf={(language) => t(`language.${language}`)}
        onChange={(language) => onChange({ language })}
      />
      <SelectRow
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
