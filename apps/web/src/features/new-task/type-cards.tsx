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
      <div className="grid gap-2 sm:grid-flow-col sm:auto-cols-fr">
        {available.map((type) => {
          const Icon = ICONS[type];
          return (
            <label
              key={type}
              className={cn(
                'flex items-start gap-3 rounded-lg border bg-surface p-3.5 transition-colors sm:flex-col sm:gap-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
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
              <Icon size={18} aria-hidden className="mt-0.5 shrink-0" />
              <span className="flex-1">
                <span className="block font-medium">{t(`type.${type}`)}</span>
                <span className="block text-sm text-fg-2">{t(`typeHint.${type}`)}</span>
              </span>
              {value === type && <CircleCheck size={16} aria-hidden className="mt-0.5 shrink-0" />}
            </label>
          );
        })}
      </div>
      {later.length > 0 && (
        <p className="mt-2 text-sm text-fg-3">
          {t('create.later')}: {later.map((type) => t(`type.${type}`)).join(' · ')}
        </p>
      )}
    </fieldset>
  );
}
