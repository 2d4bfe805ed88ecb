'use client';

import type { PhaseDto, ReviewDto, TaskDto, VerificationDto, VerificationList } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { useMemo, type ReactNode } from 'react';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import type { OpenAt } from '../verification/criterion-item.tsx';
import { phaseStory } from '../verification/phase-story.ts';
import { StoryItem } from '../verification/story-item.tsx';
import { FeedbackCard } from './feedback-card.tsx';
import type { ReviewFile } from './review-files.ts';
import { reviewHref } from './review-href.ts';
import type { Desk } from './use-desk.ts';

interface Props {
  readonly desk: Desk;
  readonly task: TaskDto;
  readonly phase: PhaseDto | undefined;
  readonly rounds: readonly ReviewDto[];
  readonly files: readonly ReviewFile[];
  readonly isLoading: boolean;
  /** Why it is not known what changed. */
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly verifications: VerificationList | undefined;
  /** The reading of them, while there are none. */
  readonly unverified: { readonly error: unknown; readonly refetch: () => unknown } | null;
  readonly verification: VerificationDto | null;
  readonly onOpenAt: NonNullable<OpenAt>;
}

/** A review at a glance: what was asked for last, what still waits, and how the results were verified. */
export function Overview(props: Props) {
  const { desk, task, phase, rounds, files, isLoading, verifications, verification, onOpenAt } = props;
  const t = useTranslations('review');
  const { review } = desk;
  const before = rounds.findLast((each) => each.round < review.round);
  const hasNote = before?.note != null && before.note !== '';
  const story = useMemo(() => {
    if (!verifications) return [];
    const earlier = rounds.filter((each) => each.round < review.round);
    return phaseStory(review.phase, verifications, earlier).filter(({ at }) => at <= review.createdAt);
  }, [verifications, rounds, review]);
  const open = review.feedback.filter((each) => each.state === 'open');
  const changed = files.flatMap((file) => (review.round > 1 ? file.sinceRound : file.ofPhase) ?? []);
  const sum = (of: 'additions' | 'deletions') => changed.reduce((total, each) => total + each[of], 0);
  return (
    <div
      tabIndex={0}
      className="min-h-0 flex-1 space-y-7 overflow-y-auto px-4 py-5 -outline-offset-2 sm:px-8"
    >
      {props.error !== null ? (
        <ErrorState error={props.error} onRetry={props.onRetry} />
      ) : isLoading ? (
        <Skeleton className="h-5 w-64" />
      ) : (
        <p className="nums text-fg-2">
          {t(review.round > 1 ? 'changedSince' : 'changedInPhase', {
            files: changed.length,
            additions: sum('additions'),
            deletions: sum('deletions'),
          })}
        </p>
      )}
      {before && (hasNote || open.length === 0) && (
        <Part title={t('asked', { round: before.round })}>
          {hasNote && (
            <p className="mb-3 max-w-3xl border-l-2 border-line-strong pl-3 whitespace-pre-wrap">
              {before.note}
            </p>
          )}
          {open.length === 0 && <p className="text-fg-2">{t('noneOpen')}</p>}
        </Part>
      )}
      {open.length > 0 && (
        <Part title={t('openRemarks', { count: open.length })}>
          <ul className="space-y-3">
            {open.map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  onClick={() => onOpenAt(each.path, null)}
                  className="touch mb-1 rounded text-left font-mono text-xs text-run underline decoration-1 underline-offset-3 hover:no-underline"
                >
                  {each.path}
                </button>
                <FeedbackCard
                  feedback={each}
                  taskId={task.id}
                  review={review}
                  hasExcerpt
                  canResolve={desk.canResolve}
                />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('verified')}>
        {verification?.verdict === 'failed' && <p className="mb-2 text-fg-2">{t('whyFailed')}</p>}
        {verification?.verdict === 'inconclusive' && <p className="mb-2 text-fg-2">{t('whyInconclusive')}</p>}
        {props.unverified?.error ? (
          <ErrorState error={props.unverified.error} onRetry={() => void props.unverified?.refetch()} />
        ) : verifications === undefined ? (
          <Skeleton className="h-24" />
        ) : story.length === 0 ? (
          <p className="text-fg-2">{t('notVerified')}</p>
        ) : (
          <ol className="max-w-4xl">
            {story.map((chapter) => (
              <StoryItem
                key={`${chapter.kind} ${chapter.at}`}
                chapter={chapter}
                phase={phase}
                isOpen={chapter.kind === 'verification' && chapter.verification.id === verification?.id}
                onOpenAt={onOpenAt}
                reviewHref={reviewHref}
              />
            ))}
          </ol>
        )}
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 font-semibold tracking-tight">{title}</h2>
      {children}
    </section>
  );
}
