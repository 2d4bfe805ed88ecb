'use client';

import type { EventDto, TaskDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { ErrorState, EmptyState, Skeleton } from '../../ui/states.tsx';
import { Moment } from '../../ui/times.tsx';
import { useEvents } from '../task/task-page-queries.ts';
import { useEventText } from './use-event-text.ts';

/** Everything that happened to the task, newest first. */
export function HistoryPanel({ task, phase }: { readonly task: TaskDto; readonly phase: number | null }) {
  const t = useTranslations('history');
  const events = useEvents(task.id);
  if (events.isPending) return <Skeleton className="m-6 h-40" />;
  if (events.isError) return <ErrorState error={events.error} onRetry={() => void events.refetch()} />;
  const shown = events.data
    .filter((event) => phase === null || event.payload['phase'] === phase)
    .toReversed();
  if (shown.length === 0) return <EmptyState title={t('empty')} />;
  return (
    <ol className="min-h-0 flex-1 overflow-y-auto px-4 py-2 sm:px-6">
      {shown.map((event) => (
        <HistoryItem key={event.id} event={event} task={task} />
      ))}
    </ol>
  );
}

const MILESTONES = [
  'TaskCreated',
  'TaskStarted',
  'PhaseStarted',
  'ReviewCreated',
  'ReviewApproved',
  'ReviewChangesRequested',
  'QuestionAsked',
  'DependencyRequested',
  'VerificationCompleted',
  'TaskMerged',
  'TaskCompleted',
  'TaskFailed',
];

function HistoryItem({ event, task }: { readonly event: EventDto; readonly task: TaskDto }) {
  const t = useTranslations('history');
  const { text, note } = useEventText(task)(event);
  const isMilestone = MILESTONES.includes(event.type);
  return (
    <li className="relative pl-6 before:absolute before:bottom-0 before:left-[5px] before:top-0 before:w-px before:bg-line first:before:top-4 last:before:bottom-auto last:before:h-4">
      <span
        aria-hidden
        className={`absolute left-0 top-2.5 size-[11px] rounded-full border-2 border-bg ${isMilestone ? 'bg-fg-2' : 'bg-line-strong'}`}
      />
      <details className="group">
        <summary className="touch flex items-baseline gap-3 pointer-coarse:items-center rounded px-1 py-1.5 hover:bg-hover">
          <span className={isMilestone ? 'font-medium' : 'text-fg-2'}>{text}</span>
          {note !== null && <span className="min-w-0 truncate text-sm text-fg-3">{note}</span>}
          <span className="ml-auto shrink-0 text-sm text-fg-3">
            <Moment at={event.timestamp} />
          </span>
        </summary>
        <pre
          tabIndex={0}
          aria-label={t('payload')}
          className="mb-2 max-h-72 overflow-auto rounded-md border border-line bg-sunken p-3 font-mono text-xs leading-5 whitespace-pre-wrap"
        >
          {JSON.stringify(event, null, 2)}
        </pre>
      </details>
    </li>
  );
}
