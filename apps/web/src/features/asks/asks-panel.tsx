'use client';

import { MessageCircleQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { Ago } from '../../ui/times.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import { askIcon } from './ask-look.ts';
import { useAsks } from './ask-queries.ts';
import type { Ask } from './ask.ts';
import { useAskText } from './use-ask-text.ts';

/** Everything that the agent asked for, newest first: who settled it, when and how. Never a value. */
export function AsksPanel({ taskId, phase }: { readonly taskId: string; readonly phase: number | null }) {
  const t = useTranslations('ask');
  const { asks, isPending, error, refetch } = useAsks(taskId);
  if (isPending) return <Skeleton className="m-6 h-24" />;
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  const shown = asks
    .filter((ask) => phase === null || ask.phase === phase)
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  if (shown.length === 0) {
    return (
      <EmptyState icon={<MessageCircleQuestionMark size={18} />} title={t('empty')} body={t('emptyBody')} />
    );
  }
  return (
    <ul
      tabIndex={0}
      aria-label={t('records')}
      className="-outline-offset-2 min-h-0 flex-1 divide-y divide-line overflow-y-auto px-4 sm:px-6"
    >
      {shown.map((ask) => (
        <AskRecord key={ask.id} ask={ask} />
      ))}
    </ul>
  );
}

function AskRecord({ ask }: { readonly ask: Ask }) {
  const t = useTranslations('ask');
  const { title, outcome } = useAskText()(ask);
  const Icon = askIcon(ask);
  const isPending = ask.status === 'pending';
  const why = ask.kind === 'question' ? '' : (ask.permission?.summary ?? ask.description);
  const by = ask.resolvedBy === 'user' || ask.resolvedBy === 'system' ? ask.resolvedBy : null;
  return (
    <li className="flex gap-3 py-3.5">
      <Icon size={16} aria-hidden className={cn('mt-0.75 shrink-0', isPending ? 'text-wait' : 'text-fg-3')} />
      <div className="max-w-3xl min-w-0 flex-1">
        <p className="whitespace-pre-line text-fg-2">
          <WithCode text={title} />
        </p>
        {why !== '' && (
          <p className={cn('text-sm text-fg-3', ask.kind === 'dependency' && ask.permission && 'font-mono')}>
            {why}
          </p>
        )}
        <p className={cn('mt-0.5 font-medium whitespace-pre-line', isPending && 'text-wait')}>
          <WithCode text={outcome ?? t('waits')} />
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-1.5 text-sm text-fg-3">
          <Ago at={ask.resolvedAt ?? ask.createdAt} />
          {by !== null && <span>{t(`by.${by}`)}</span>}
          {!isPending && ask.status !== 'withdrawn' && (
            <>
              <span aria-hidden>·</span>
              <span>{t(ask.deliveredAt === null ? 'notDelivered' : 'delivered')}</span>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
