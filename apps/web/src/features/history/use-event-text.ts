'use client';

import { findPhase } from '@ccs/contract/vocabulary';
import type { EventDto, TaskDto } from '@ccs/contract';
import { useLocale, useTranslations } from 'next-intl';
import { useFailureText } from '../tasks/use-failure-text.ts';
import { criterionNames } from './criterion-names.ts';
import { eventKey, eventNote, wordOf } from './event-words.ts';

export interface EventText {
  readonly text: string;
  readonly note: string | null;
}

/** Puts an event into words. An event type that is new to this build stands under its own name. */
export function useEventText(task: TaskDto): (event: EventDto) => EventText {
  const t = useTranslations('history');
  const locale = useLocale();
  const failureText = useFailureText();

  /** A word of the vocabulary in the person's language, or as it is. */
  function word(group: 'outcome' | 'verdict' | 'feedbackState', value: unknown): string {
    const key = `${group}.${wordOf(value)}` as 'outcome.completed';
    return t.has(key) ? t(key) : wordOf(value);
  }

  function values(event: EventDto): Record<string, string | number> {
    const { payload } = event;
    const number = typeof payload['phase'] === 'number' ? payload['phase'] : 0;
    const phase = findPhase(task.type, number);
    const step = phase?.steps.find((each) => each.number === payload['step']);
    const list = payload['outputs'] ?? payload['files'] ?? payload['ids'];
    const failure = payload['failure'] as { code?: string } | null | undefined;
    const error = payload['error'] as { message?: unknown } | undefined;
    const { permission } = payload as { permission?: { tool?: unknown } | null };
    return {
      type: event.type,
      phase: phase?.name[locale] ?? '',
      step: `${number}.${wordOf(payload['step'])}`,
      name: step?.name[locale] ?? wordOf(permission?.tool ?? payload['name']),
      attempt: Number(payload['attempt'] ?? 1),
      count: Array.isArray(list) ? list.length : 0,
      question: wordOf(payload['question']),
      path: wordOf(payload['path']),
      into: wordOf(payload['into']),
      message: wordOf(error?.message),
      outcome: word('outcome', payload['outcome']),
      verdict: word('verdict', payload['verdict']),
      state: word('feedbackState', payload['state']),
      reason: failureText({
        code: failure?.code ?? '',
        message: failure?.code ?? '',
        whatToDo: '',
        details: null,
      }).meaning,
    };
  }

  return (event) => {
    const key = eventKey(event) as 'event.unknown';
    const evidence = `evidence.${wordOf(event.payload['evidence'])}` as 'evidence.marker';
    return {
      text: t(t.has(key) ? key : 'event.unknown', values(event) as { type: string }),
      note: t.has(evidence) ? t(evidence) : (criterionNames(event, task.type, locale) ?? eventNote(event)),
    };
  };
}
