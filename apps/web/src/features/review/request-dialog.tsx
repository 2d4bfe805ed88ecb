'use client';

import type { TaskDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { submitKeys } from '../../lib/submit-keys.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { inputStyle } from '../../ui/field.tsx';
import { feedbackOf } from './draft.ts';
import { RemarkCard } from './remark-card.tsx';
import { useRequestChanges } from './request-changes.ts';
import type { Desk } from './use-desk.ts';
import type { AfterAnswer } from './use-review-answer.ts';
import { submitOnKeys } from '../../lib/submit-on-keys.ts';

interface Props {
  readonly desk: Desk;
  readonly task: TaskDto;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly after: AfterAnswer;
}

/** Everything that the agent is to change, in one request: a summary, the drafted remarks, and what is still open. */
export function RequestDialog({ desk, task, open, onOpenChange, after }: Props) {
  const t = useTranslations('review');
  const problemText = useProblemText();
  const { review, draft } = desk;
  const request = useRequestChanges(review.id, task.id, after);
  const [isMissing, setIsMissing] = useState(false);
  const waiting = review.feedback.filter((each) => each.state === 'open').length;
  const isEmpty = draft.summary.trim() === '' && draft.remarks.length === 0 && waiting === 0;
  const submit = () => {
    setIsMissing(isEmpty);
    if (isEmpty || request.isPending) return;
    request.mutate({ summary: draft.summary, feedback: draft.remarks.map(feedbackOf) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('requestTitle')}
      description={t('requestBody')}
      wide
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <textarea
          value={draft.summary}
          maxLength={10_000}
          aria-label={t('summary')}
          aria-invalid={isMissing && isEmpty}
          aria-describedby={isMissing && isEmpty ? 'request-error' : undefined}
          placeholder={t(draft.remarks.length > 0 ? 'summaryOptional' : 'summaryPlaceholder')}
          onChange={(event) => desk.summarize(event.target.value)}
          onKeyDown={submitOnKeys(submit)}
          className={cn(inputStyle, 'field-sizing-content max-h-48 min-h-20')}
        />
        {isMissing && isEmpty && (
          <p id="request-error" className="text-sm text-fail">
            {t('nothingAsked')}
          </p>
        )}
        {draft.remarks.length > 0 && (
          <ul aria-label={t('drafted')} className="max-h-60 space-y-2 overflow-y-auto">
            {draft.remarks.map((each) => (
              <li key={each.id}>
                <RemarkCard remark={each} hasPath onEdit={null} onRemove={() => desk.remove(each.id)} />
              </li>
            ))}
          </ul>
        )}
        {waiting > 0 && <p className="text-sm text-fg-2">{t('sentAlong', { count: waiting })}</p>}
        {request.isError && (
          <p role="alert" className="text-sm text-fail">
            {problemText(request.error).title}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
          <Button type="submit" look="primary" disabled={request.isPending}>
            {t(request.isPending ? 'requesting' : 'request')}
            <kbd aria-hidden className="font-sans text-xs opacity-60 max-sm:hidden">
              {submitKeys()}
            </kbd>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
