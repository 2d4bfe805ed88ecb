'use client';

import type { PhaseDto, TaskDto } from '@ccs/contract';
import { Check, MessageSquarePlus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { submitKeys } from '../../lib/submit-keys.ts';
import { useHotkeys } from '../../lib/use-hotkeys.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { inputStyle } from '../../ui/field.tsx';
import { useReviews } from '../task/task-page-queries.ts';
import { useApproveReview } from './approve-review.ts';

interface Props {
  readonly task: TaskDto;
  readonly phases: readonly PhaseDto[];
  /** Goes to the documents; null when they are shown. */
  readonly onOpen: (() => void) | null;
}

/** The decision a phase waits for, always in reach: what is done, what approving starts, and the button. */
export function ReviewBar({ task, phases, onOpen }: Props) {
  const t = useTranslations('review');
  const locale = useLocale();
  const problemText = useProblemText();
  const approve = useApproveReview(task.id);
  const reviews = useReviews(task.id).data?.items ?? [];
  const review = reviews.findLast((each) => each.status === 'pending' || each.status === 'in_review');
  const [note, setNote] = useState<string | null>(null);
  const canApprove = review !== undefined && !approve.isPending && task.allowedOperations.includes('approve');
  const submit = () => {
    if (canApprove) approve.mutate({ reviewId: review.id, note: note ?? '' });
  };
  useHotkeys({ a: submit });
  const phase = phases.find((each) => each.number === (review?.phase ?? task.currentPhase));
  const next = phases.find((each) => each.number === (phase?.number ?? 0) + 1);
  const documents = review?.files.filter((file) => file.kind === 'document').length ?? 0;
  const others = (review?.files.length ?? 0) - documents;
  const counts = [
    ...(documents > 0 ? [t('documents', { count: documents })] : []),
    ...(others > 0 ? [t('files', { count: others })] : []),
  ].join(', ');
  return (
    <section
      aria-label={t('approve')}
      className="sticky bottom-0 z-20 shrink-0 border-t border-wait/40 bg-bg px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-6"
    >
      {note !== null && (
        <textarea
          value={note}
          autoFocus
          maxLength={5000}
          aria-label={t('noteLabel')}
          placeholder={t('notePlaceholder')}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit();
            if (event.key === 'Escape') setNote(null);
          }}
          className={cn(inputStyle, 'mb-3 field-sizing-content max-h-40 min-h-16')}
        />
      )}
      {approve.isError && (
        <p role="alert" className="mb-2 text-sm text-fail">
          {problemText(approve.error).title}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <p role="status" className="min-w-0 flex-1 basis-64">
          <span className="font-semibold">
            {phase ? t('ready', { phase: phase.localizedName[locale] }) : ''}
          </span>
          {counts !== '' && <span className="text-fg-2"> · {counts}</span>}
          <span className="block text-sm text-fg-2">
            {next ? t('next', { number: next.number, name: next.localizedName[locale] }) : t('last')}
          </span>
        </p>
        <div className="flex items-center gap-2 max-sm:w-full max-sm:flex-wrap">
          {onOpen && (
            <Button look="quiet" onClick={onOpen}>
              {t('open')}
            </Button>
          )}
          {note === null && (
            <Button look="quiet" onClick={() => setNote('')}>
              <MessageSquarePlus size={14} aria-hidden />
              {t('note')}
            </Button>
          )}
          <Button
            look="primary"
            size="lg"
            className="max-sm:flex-1 max-sm:basis-28"
            disabled={!canApprove}
            onClick={submit}
          >
            <Check size={16} aria-hidden />
            {approve.isPending ? t('approving') : t('approve')}
            <kbd aria-hidden className="font-sans text-xs opacity-60 max-sm:hidden">
              {note === null ? 'A' : submitKeys()}
            </kbd>
          </Button>
        </div>
      </div>
    </section>
  );
}
