'use client';

import type { PhaseDto, ReviewDto, TaskDto } from '@ccs/contract';
import { Check, MessageSquarePlus, PencilLine } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiError } from '../../lib/api.ts';
import { useHotkeys } from '../../lib/use-hotkeys.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button, buttonStyle } from '../../ui/button.tsx';
import { useVerifications } from '../verification/verification-queries.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { useApproveReview } from './approve-review.ts';
import { BAR_PLACE, Decided } from './decided.tsx';
import { RequestDialog } from './request-dialog.tsx';
import { reviewHref } from './review-href.ts';
import { openChangesOf } from './open-changes.ts';
import type { Desk } from './use-desk.ts';
import type { AfterAnswer } from './use-review-answer.ts';

interface Props {
  readonly desk: Desk;
  readonly task: TaskDto;
  readonly phases: readonly PhaseDto[];
  /** All rounds of the phase, oldest first. */
  readonly rounds: readonly ReviewDto[];
  readonly isOnTaskPage: boolean;
}

/** The decision a phase waits for, always in reach: what approving starts, and the buttons; afterwards, what it was. */
export function ReviewBar({ desk, task, phases, rounds, isOnTaskPage }: Props) {
  const t = useTranslations('review');
  const locale = useLocale();
  const router = useRouter();
  const problemText = useProblemText();
  const { review, draft, canWrite } = desk;
  const [open, setOpen] = useState<'approve' | 'request' | null>(null);
  const [wasLate, setWasLate] = useState(false);
  const count = draft.remarks.length + (draft.writing !== null && draft.writing.body.trim() !== '' ? 1 : 0);
  const decided: AfterAnswer = {
    onSuccess() {
      desk.clear();
      setOpen(null);
      if (!isOnTaskPage) router.push(`/task/?id=${task.id}`);
    },
    onError(error) {
      if (!(error instanceof ApiError) || error.code !== 'review_closed') return;
      setOpen(null);
      setWasLate(true);
    },
  };
  const approve = useApproveReview(review.id, task.id, decided);
  const ask = (dialog: 'approve' | 'request') => {
    if (!canWrite || approve.isPending) return;
    desk.end();
    setOpen(dialog);
  };
  const openChanges = openChangesOf(review);
  const approveNow = () => {
    if (count > 0 || openChanges > 0) ask('approve');
    else if (canWrite && !approve.isPending) approve.mutate({ note: '' });
  };
  // A key is pressed by mistake more easily than a button, and an approval cannot be taken back.
  useHotkeys({ a: () => ask('approve'), r: () => ask('request') });

  const phase = phases.find((each) => each.number === review.phase);
  const next = phases.find((each) => each.number === review.phase + 1);
  const verification = useVerifications(task.id).data?.items.find(
    (each) => each.id === review.verificationId,
  );
  const isDoubtful = verification !== undefined && verification.verdict !== 'passed';
  if (!canWrite) {
    return (
      <Decided
        review={review}
        rounds={rounds}
        wasLate={wasLate}
        taskId={task.id}
        isOnTaskPage={isOnTaskPage}
      />
    );
  }
  return (
    <section aria-label={t('decision')} className={`${BAR_PLACE} border-wait/40`}>
      {approve.isError && !wasLate && open === null && (
        <p role="alert" className="mb-2 text-sm text-fail">
          {problemText(approve.error).title}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="min-w-0 flex-1 basis-64 max-sm:basis-full">
          <span className="font-semibold max-sm:sr-only">
            {phase ? t(isDoubtful ? 'undecided' : 'ready', { phase: phase.localizedName[locale] }) : ''}
          </span>
          <span className="block text-sm text-fg-2">
            {next ? t('next', { number: next.number, name: next.localizedName[locale] }) : t('last')}
          </span>
        </p>
        <div className="flex items-center gap-2 max-sm:w-full">
          {isOnTaskPage && (
            <Link
              href={reviewHref(review.id)}
              className={buttonStyle({ look: 'outline', size: 'lg', className: 'max-sm:flex-1' })}
            >
              {t('open')}
            </Link>
          )}
          <Button
            look="quiet"
            size="icon"
            className="size-10!"
            aria-label={t('note')}
            title={t('note')}
            onClick={() => ask('approve')}
          >
            <MessageSquarePlus size={16} aria-hidden />
          </Button>
          <Button size="lg" className="max-sm:flex-1" onClick={() => ask('request')}>
            <PencilLine size={15} aria-hidden className="max-sm:hidden" />
            {t('requestCount', { count })}
            <kbd aria-hidden className="font-sans text-xs opacity-60 max-sm:hidden">
              R
            </kbd>
          </Button>
          <Button
            look="primary"
            size="lg"
            className="max-sm:flex-1"
            disabled={approve.isPending}
            onClick={approveNow}
          >
            <Check size={16} aria-hidden />
            {approve.isPending ? t('approving') : t('approve')}
            <kbd aria-hidden className="font-sans text-xs opacity-60 max-sm:hidden">
              A
            </kbd>
          </Button>
        </div>
      </div>
      <ApproveDialog
        open={open === 'approve'}
        onOpenChange={(is) => setOpen(is ? 'approve' : null)}
        desk={desk}
        approve={approve}
        onRequest={() => setOpen('request')}
      />
      <RequestDialog
        desk={desk}
        task={task}
        open={open === 'request'}
        onOpenChange={(is) => setOpen(is ? 'request' : null)}
        after={decided}
      />
    </section>
  );
}
