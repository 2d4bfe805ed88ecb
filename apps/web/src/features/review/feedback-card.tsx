'use client';

import type { FeedbackDto } from '@ccs/contract';
import { Check, RotateCcw, Sparkles, Unlink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Ago } from '../../ui/times.tsx';
import { LinesAt } from './lines-at.tsx';
import { RemarkKind } from './remark-kind.tsx';
import { useSetFeedbackState } from './set-feedback-state.ts';

interface Props {
  readonly feedback: FeedbackDto;
  readonly taskId: string;
  /** The review that is shown. */
  readonly review: { readonly id: string; readonly round: number };
  /** Shows what it was about; where it stands at its lines, they show it. */
  readonly hasExcerpt?: boolean;
  /** It can be resolved and reopened here. */
  readonly canResolve: boolean;
}

/** Something that was said, whether it still waits, and how the agent says that it dealt with it. */
export function FeedbackCard({ feedback, taskId, review, hasExcerpt = false, canResolve }: Props) {
  const t = useTranslations('review');
  const problemText = useProblemText();
  const setState = useSetFeedbackState(review.id, taskId);
  const [isKeptOpen, setIsKeptOpen] = useState(false);
  const { id, state, kind, body, proposal, anchor, excerpt, round } = feedback;
  const isOpen = state === 'open';
  const isProposed = proposal !== null && isOpen && !isKeptOpen;
  const set = (next: FeedbackDto['state']) => setState.mutate({ id, state: next });
  return (
    <article
      className={cn(
        'max-w-3xl rounded-lg border bg-surface px-3 py-2.5',
        isOpen ? 'border-line-strong' : 'border-line',
      )}
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-fg-3">
        <RemarkKind kind={kind} />
        {feedback.startLine !== null && (
          <span className="nums">
            <LinesAt
              from={anchor.stale ? feedback.startLine : (anchor.startLine ?? feedback.startLine)}
              to={anchor.stale ? feedback.endLine : anchor.endLine}
            />
          </span>
        )}
        {round !== review.round && <span>{t('round', { round })}</span>}
        <Ago at={feedback.createdAt} />
        {!isOpen && (
          <span className="inline-flex items-center gap-1 text-done">
            <Check size={13} aria-hidden />
            {t('state.resolved')}
          </span>
        )}
        {anchor.stale && (
          <span className="inline-flex items-center gap-1 text-wait">
            <Unlink size={13} aria-hidden />
            {t('stale')}
          </span>
        )}
      </header>
      {hasExcerpt && excerpt !== null && (
        <pre
          tabIndex={0}
          aria-label={t('excerpt')}
          className="mt-1.5 max-h-40 overflow-auto rounded border-l-2 border-line-strong bg-sunken px-2.5 py-1.5 font-mono text-xs leading-5 whitespace-pre-wrap text-fg-2"
        >
          {excerpt}
        </pre>
      )}
      <p className={cn('mt-1 whitespace-pre-wrap', !isOpen && 'text-fg-2')}>{body}</p>
      {proposal !== null && (
        <p className="mt-2 flex gap-2 rounded-md bg-sunken px-2.5 py-2">
          <Sparkles size={14} aria-hidden className="mt-1 shrink-0 text-run" />
          <span className="min-w-0">
            <span className="font-medium">{t('agentSays')}</span>{' '}
            <span className="whitespace-pre-wrap text-fg-2">{proposal}</span>
          </span>
        </p>
      )}
      {setState.isError && (
        <p role="alert" className="mt-1.5 text-sm text-fail">
          {problemText(setState.error).title}
        </p>
      )}
      {canResolve && (
        <div className="mt-1.5 -mb-1 -ml-2 flex flex-wrap gap-1">
          <Button
            look={isProposed ? 'outline' : 'quiet'}
            size="sm"
            className={isProposed ? 'ml-2' : undefined}
            disabled={setState.isPending}
            onClick={() => set(isOpen ? 'resolved' : 'open')}
          >
            {isOpen ? <Check size={13} aria-hidden /> : <RotateCcw size={13} aria-hidden />}
            {t(isOpen ? 'resolve' : 'reopen')}
          </Button>
          {isProposed && (
            <Button look="quiet" size="sm" onClick={() => setIsKeptOpen(true)}>
              {t('keepOpen')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
