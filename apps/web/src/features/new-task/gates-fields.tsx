'use client';

import { findPipeline, GATE_POLICIES } from '@ccs/contract/vocabulary';
import { ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { SelectRow } from '../../ui/select-row.tsx';
import type { Draft } from './draft.ts';

interface Props {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Who reviews after the phases, and after single ones. Nothing for a task without phases. */
export function GatesFields({ draft, onChange }: Props) {
  const t = useTranslations('create.reviewer');
  const locale = useLocale();
  const phases = findPipeline(draft.type)?.phases ?? [];
  if (phases.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t('title')}</legend>
      <div className="flex flex-col">
        {GATE_POLICIES.map((reviewer) => (
          <label key={reviewer} className="touch flex items-center gap-2.5 py-1">
            <input
              type="radio"
              name="reviewer"
              checked={draft.reviewer === reviewer}
              onChange={() => onChange({ reviewer, gates: {} })}
              className="size-4 shrink-0 accent-ink"
            />
            {t(reviewer)}
          </label>
        ))}
      </div>
      <details className="group mt-1" open={Object.keys(draft.gates).length > 0 || undefined}>
        <summary className="touch inline-flex items-center gap-1 text-sm text-fg-2 hover:text-fg">
          <ChevronRight size={13} aria-hidden className="transition-transform group-open:rotate-90" />
          {t('perPhase')}
        </summary>
        <div className="mt-2 flex flex-col gap-2 border-l border-line pl-4">
          {phases.map(({ number, name }) => (
            <SelectRow
              key={number}
              id={`gate-${number}`}
              label={name[locale]}
              value={draft.gates[number] ?? draft.reviewer}
              options={GATE_POLICIES}
              nameOf={(gate) => t(`short.${gate}`)}
              onChange={(gate) => onChange({ gates: { ...draft.gates, [number]: gate } })}
            />
          ))}
        </div>
      </details>
    </fieldset>
  );
}
