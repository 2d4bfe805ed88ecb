'use client';

import { GATE_POLICIES } from '@ccs/contract/vocabulary';
import type { PhaseDto, TaskDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { cn } from '../../lib/cn.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { inputStyle } from '../../ui/field.tsx';
import { useEditTask } from './operate-task.ts';

/** Who opens the gate after a phase; can be changed until the phase is approved. */
export function GateSelect({ task, phase }: { readonly task: TaskDto; readonly phase: PhaseDto }) {
  const t = useTranslations('gate');
  const id = useId();
  const edit = useEditTask(task.id);
  const problemText = useProblemText();
  if (phase.status === 'completed') return null;
  if (!task.allowedOperations.includes('edit')) {
    return (
      <p className="text-sm text-fg-3">
        {t('label')} {t(phase.gate)}
      </p>
    );
  }
  const choose = (value: string) => {
    const gate = GATE_POLICIES.find((each) => each === value);
    if (gate) edit.mutate({ gates: { ...task.gates, [String(phase.number)]: gate } });
  };
  return (
    <div className="flex items-center gap-2 text-sm">
      <label htmlFor={id} className="text-fg-3">
        {t('label')}
      </label>
      <select
        id={id}
        value={edit.isPending ? (edit.variables.gates?.[String(phase.number)] ?? phase.gate) : phase.gate}
        onChange={(event) => choose(event.target.value)}
        className={cn(inputStyle, 'h-8 w-auto! py-0! text-sm!')}
      >
        {GATE_POLICIES.map((each) => (
          <option key={each} value={each}>
            {t(each)}
          </option>
        ))}
      </select>
      {edit.isError && (
        <p role="alert" className="text-fail">
          {problemText(edit.error).title}
        </p>
      )}
    </div>
  );
}
