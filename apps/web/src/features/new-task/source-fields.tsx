'use client';

import type { TaskDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { inputStyle } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useTaskList } from '../tasks/task-queries.ts';
import { SOURCES, type Draft } from './draft.ts';

interface Props {
  readonly draft: Draft;
  readonly error: string | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** What is to be changed: a task made here, a folder of the server, or a git repository. */
export function SourceFields({ draft, error, onChange }: Props) {
  const t = useTranslations('create.source');
  const field = {
    id: 'source',
    'aria-invalid': error !== undefined,
    'aria-describedby': error === undefined ? 'source-hint' : 'source-error source-hint',
    autoComplete: 'off',
    spellCheck: false,
  };
  return (
    <section aria-labelledby="source-title" className="flex flex-col gap-2.5">
      <h2 id="source-title" className="text-sm font-medium">
        {t('title')}
      </h2>
      <Segments
        name="source-kind"
        label={t('title')}
        value={draft.source}
        options={SOURCES.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(source) => onChange({ source })}
      />
      {draft.source === 'task' && (
        <TaskChoice {...field} value={draft.sourceTask} onChoose={(sourceTask) => onChange({ sourceTask })} />
      )}
      {draft.source === 'folder' && (
        <input
          {...field}
          aria-label={t('kind.folder')}
          value={draft.folder}
          maxLength={4000}
          placeholder={t('folderPlaceholder')}
          onChange={(event) => onChange({ folder: event.target.value })}
          className={cn(inputStyle, 'font-mono text-sm!')}
        />
      )}
      {draft.source === 'git' && (
        <div className="flex flex-col gap-2 sm:flex-row">
          <input
            {...field}
            aria-label={t('kind.git')}
            value={draft.url}
            maxLength={2000}
            inputMode="url"
            placeholder="https://example.com/project.git"
            onChange={(event) => onChange({ url: event.target.value })}
            className={cn(inputStyle, 'font-mono text-sm!')}
          />
          <input
            aria-label={t('ref')}
            value={draft.ref}
            maxLength={250}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('refPlaceholder')}
            onChange={(event) => onChange({ ref: event.target.value })}
            className={cn(inputStyle, 'font-mono text-sm! sm:w-48 sm:shrink-0')}
          />
        </div>
      )}
      {error !== undefined && (
        <p id="source-error" className="text-sm text-fail">
          {error}
        </p>
      )}
      <p id="source-hint" className="text-sm text-fg-3">
        {t(`hint.${draft.source}`)}
      </p>
    </section>
  );
}

interface TaskChoiceProps {
  readonly value: string;
  readonly onChoose: (taskId: string) => void;
}

/** The tasks that made or changed a project, newest first. */
function TaskChoice({ value, onChoose, ...field }: TaskChoiceProps) {
  const t = useTranslations('create.source');
  const list = useTaskList({ status: null, q: '' }, 200);
  const tasks = (list.data?.pages.flatMap((page) => page.items) ?? []).filter(hasProject);
  return (
    <select
      {...field}
      aria-label={t('kind.task')}
      value={tasks.some((task) => task.id === value) ? value : ''}
      onChange={(event) => onChoose(event.target.value)}
      className={inputStyle}
    >
      <option value="" disabled>
        {t(list.isPending ? 'tasksLoading' : tasks.length === 0 ? 'tasksNone' : 'tasksChoose')}
      </option>
      {tasks.map((task) => (
        <option key={task.id} value={task.id}>
          {task.title}
        </option>
      ))}
    </select>
  );
}

function hasProject({ type, startedAt }: TaskDto): boolean {
  return (type === 'create_app' || type === 'modify_app') && startedAt !== null;
}
