'use client';

import { findPhase } from '@ccs/contract/vocabulary';
import type { EventDto, TaskDto } from '@ccs/contract';
import { useLocale, useTranslations } from 'next-intl';
import { useFailureText } from '../tasks/use-failure-text.ts';

export interface EventText {
  readonly text: string;
  readonly note: string | null;
}

/** A value of a payload that is a word or a number, as text; nothing for anything else. */
function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}

/** Puts an event into words. An event type that is new to this build stands under its own name. */
export function useEventText(task: TaskDto): (event: EventDto) => EventText {
  const t = useTranslations('history');
  const locale = useLocale();
  const failureText = useFailureText();

  function values(event: EventDto): Record<string, string | number> {
    const { payload } = event;
    const number = typeof payload['phase'] === 'number' ? payload['phase'] : 0;
    const phase = findPhase(task.type, number);
    const step = phase?.steps.find((each) => each.number === payload['step']);
    const files = payload['outputs'] ?? payload['files'];
    const outcome = `outcome.${wordOf(payload['outcome'])}` as 'outcome.completed';
    const failure = payload['failure'] as { code?: string } | undefined;
    return {
      type: event.type,
      phase: phase?.name[locale] ?? '',
      step: `${number}.${wordOf(payload['step'])}`,
      name: step?.name[locale] ?? '',
      attempt: Number(payload['attempt'] ?? 1),
      count: Array.isArray(files) ? files.length : 0,
      outcome: t.has(outcome) ? t(outcome) : wordOf(payload['outcome']),
      reason: failureText({
        code: failure?.code ?? '',
        message: failure?.code ?? '',
        whatToDo: '',
        details: null,
      }).meaning,
    };
  }

  return (event) => {
    const isAgain = event.type === 'PhaseStarted' && Number(event.payload['attempt']) > 1;
    const key = `event.${event.type}${isAgain ? 'Again' : ''}` as 'event.unknown';
    const evidence = `evidence.${wordOf(event.payload['evidence'])}` as 'evidence.marker';
    const note = event.payload['note'];
    return {
      text: t(t.has(key) ? key : 'event.unknown', values(event) as { type: string }),
      note: t.has(evidence) ? t(evidence) : typeof note === 'string' ? note : null,
    };
  };
}
