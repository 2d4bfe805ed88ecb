'use client';

import { findPipeline } from '@ccs/contract/vocabulary';
import type { PhaseDto, TaskDto } from '@ccs/contract';
import { FastForward } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { Worked } from '../../ui/times.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { phaseLook } from './phase-look.ts';

interface Props {
  readonly task: TaskDto;
  readonly phases: readonly PhaseDto[];
  readonly selected: number | null;
  readonly onSelect: (phase: number | null) => void;
}

/** The phases side by side: state, steps, time. Choosing one shows its part of everything below. */
export function PhaseBar({ task, phases, selected, onSelect }: Props) {
  const t = useTranslations('task');
  const count = findPipeline(task.type)?.phases.length ?? 0;
  if (count === 0) return null;
  return (
    <div role="group" aria-label={t('phases')} className="grid auto-cols-fr grid-flow-col gap-1 sm:gap-1.5">
      {phases.length === 0
        ? Array.from({ length: count }, (_, index) => <Skeleton key={index} className="h-13" />)
        : phases.map((phase) => (
            <PhaseSegment
              key={phase.number}
              phase={phase}
              task={task}
              isSelected={selected === phase.number}
              onSelect={() => onSelect(selected === phase.number ? null : phase.number)}
            />
          ))}
    </div>
  );
}

interface SegmentProps {
  readonly phase: PhaseDto;
  readonly task: TaskDto;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

function PhaseSegment({ phase, task, isSelected, onSelect }: SegmentProps) {
  const t = useTranslations();
  const locale = useLocale();
  const { icon: Icon, text, fill, name: state, isMoving } = phaseLook(phase, task);
  const done = phase.steps.filter((step) => step.status === 'completed').length;
  const total = phase.steps.length;
  const name = phase.localizedName[locale];
  const isUntouched = phase.status === 'pending';
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      title={t('task.phaseHint', { number: phase.number, name })}
      onClick={onSelect}
      className={cn(
        'group min-w-0 rounded-md border px-1 pb-2 pt-1.5 text-left transition-colors sm:px-3',
        isSelected ? 'border-fg bg-surface' : 'border-line bg-surface hover:border-line-strong',
      )}
    >
      <span className="flex items-center gap-1.5">
        <Icon
          size={14}
          aria-hidden
          className={cn(
            'shrink-0 max-sm:hidden',
            text,
            isMoving &&
              (phase.status === 'verifying' ? 'animate-breathe' : 'animate-spin [animation-duration:3s]'),
          )}
        />
        <span
          className={cn(
            'truncate text-2xs font-medium max-sm:tracking-tighter sm:text-sm',
            isUntouched && 'text-fg-3',
          )}
        >
          {name}
        </span>
        <span className="sr-only">{t(state)}</span>
        <span className="ml-auto flex shrink-0 items-center gap-1.5 text-2xs text-fg-3 max-sm:hidden">
          {phase.reworkFor !== null ? (
            <span className="text-run">{t('task.rework')}</span>
          ) : (
            phase.attempts > 1 && t('task.attempt', { count: phase.attempts })
          )}
          {phase.gate !== 'manual' && phase.status !== 'completed' && (
            <span title={t('task.gateHint', { gate: t(`gate.${phase.gate}`) })}>
              <FastForward size={12} aria-hidden />
              <span className="sr-only">{t('task.gateHint', { gate: t(`gate.${phase.gate}`) })}</span>
            </span>
          )}
        </span>
      </span>
      <span className="mt-1.5 flex h-1 gap-px" aria-hidden>
        {phase.steps.map((step) => (
          <span
            key={step.number}
            title={step.localizedName[locale]}
            className={cn(
              'flex-1 rounded-full',
              step.status === 'completed'
                ? fill
                : step.status === 'in_progress' && isMoving
                  ? cn(fill, 'animate-breathe')
                  : 'bg-line',
            )}
          />
        ))}
      </span>
      <span className="nums mt-1 flex justify-between gap-2 text-2xs text-fg-3 sm:text-xs">
        <span>
          <span aria-hidden>
            {done}/{total}
          </span>
          <span className="sr-only">{t('task.steps', { done, total })}</span>
        </span>
        <span className="truncate">
          <span className="max-sm:hidden">
            {phase.startedAt ? (
              <Worked ms={phase.workedMs} since={phase.workingSince} />
            ) : (
              t('progress.pending')
            )}
          </span>
        </span>
      </span>
    </button>
  );
}
