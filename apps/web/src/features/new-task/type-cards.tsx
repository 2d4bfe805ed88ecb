'use client';

import { TASK_TYPES } from '@ccs/contract/vocabulary';
import {
  AppWindow,
  CalendarClock,
  CircleCheck,
  GitPullRequestArrow,
  MessagesSquare,
  Workflow,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { useSystem } from '../tasks/task-queries.ts';
import type { Draft } from './draft.ts';

type TaskType = Draft['type'];

const ICONS = {
  create_app: AppWindow,
  modify_app: GitPullRequestArrow,
  workflow: Workflow,
  custom: MessagesSquare,
  scheduled: CalendarClock,
} as const;

/** The kinds of tasks: those that this server can run to choose from, the rest named as what comes later. */
export function TypeCards({
  value,
  onChange,
}: {
  readonly value: TaskType;
  readonly onChange: (type: TaskType) => void;
}) {
  const t = useTranslations();
  const runnable = useSystem().data?.pipelines ?? ['create_app'];
  const available = TASK_TYPES.filter((type) => runnable.includes(type));
  const later = TASK_TYPES.filter((type) => !runnable.includes(type));
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t('create.type')}</legend>
      <div className="grid auto-cols-fr grid-flow-col gap-2">
        {available.map((type) => {
          const Icon = ICONS[type];
          return (
            <label
              key={type}
              className={cn(
                'relative flex flex-col items-start gap-1.5 rounded-lg border bg-surface p-3 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus sm:p-3.5',
                value === type ? 'border-fg' : 'border-line hover:border-line-strong',
              )}
            >
              <input
                type="radio"
                name="type"
                className="sr-only"
                checked={value === type}
                onChange={() => onChange(type)}
              />
              <Icon size={18} aria-hidden />
              <span className="font-medium max-sm:text-sm">{t(`type.${type}`)}</span>
              <span className="text-sm text-fg-2 max-sm:sr-only">{t(`typeHint.${type}`)}</span>
              {value === type && <CircleCheck size={16} aria-hidden className="absolute top-3 right-3" />}
            </label>
          );
        })}
      </div>
      <p aria-hidden className="mt-2 text-sm text-fg-2 sm:hidden">
        {t(`typeHint.${value}`)}
      </p>
      {later.length > 0 && (
        <p className="mt-2 text-sm text-fg-3">
          {t('create.later')}: {later.map((type) => t(`type.${type}`)).join(' · ')}
        </p>
      )}
    </fieldset>
  );
}
