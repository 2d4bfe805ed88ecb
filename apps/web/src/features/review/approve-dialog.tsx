'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { inputStyle } from '../../ui/field.tsx';
import type { useApproveReview } from './approve-review.ts';
import { feedbackOf, type Remark } from './draft.ts';
import { openChangesOf } from './open-changes.ts';
import type { Desk } from './use-desk.ts';
import { submitOnKeys } from '../../lib/submit-on-keys.ts';

type Approve = ReturnType<typeof useApproveReview>;

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly desk: Desk;
  readonly approve: Approve;
  readonly onRequest: () => void;
}

/** Approving with a note, or although changes were drafted: what happens to what is not sent. */
export function ApproveDialog({ open, onOpenChange, desk, approve, onRequest }: Props) {
  const t = useTranslations('review');
  const problemText = useProblemText();
  const [note, setNote] = useState('');
  const { remarks } = desk.draft;
  const changes = remarks.filter((each) => each.kind === 'change_request');
  const comments = remarks.filter((each) => each.kind === 'comment');
  const openChanges = openChangesOf(desk.review);
  const isAnyway = changes.length > 0 || openChanges > 0;
  const toSend = (remark: Remark) => ({
    feedback: feedbackOf(remark),
    onSent: () => desk.remove(remark.id),
  });
  const submit = () => {
    if (!approve.isPending) approve.mutate({ note, comments: comments.map(toSend) });
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t(isAnyway ? 'approveAnyway' : 'approveTitle')}>
      <div className="flex flex-col gap-3">
        {openChanges > 0 && <p className="text-fg-2">{t('changesOpen', { count: openChanges })}</p>}
        {changes.length > 0 && <p className="text-fg-2">{t('changesLost', { count: changes.length })}</p>}
        {comments.length > 0 && <p className="text-fg-2">{t('commentsKept', { count: comments.length })}</p>}
        <textarea
          value={note}
          maxLength={5000}
          aria-label={t('noteLabel')}
          placeholder={t('notePlaceholder')}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={submitOnKeys(submit)}
          className={cn(inputStyle, 'field-sizing-content max-h-40 min-h-16')}
        />
        {approve.isError && (
          <p role="alert" className="text-sm text-fail">
            {problemText(approve.error).title}
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          {isAnyway ? (
            <Button onClick={onRequest}>{t('requestInstead')}</Button>
          ) : (
            <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
          )}
          <Button look="primary" disabled={approve.isPending} onClick={submit}>
            {t(approve.isPending ? 'approving' : 'approve')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
