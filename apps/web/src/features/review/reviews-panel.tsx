'use client';

import type { PhaseDto, TaskDto } from '@ccs/contract';
import { Stamp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { GateSelect } from '../task/gate-select.tsx';
import { useReviews } from '../task/task-page-queries.ts';
import { phaseStory } from '../verification/phase-story.ts';
import { StoryItem, VerifyingLine } from '../verification/story-item.tsx';
import { useVerifications } from '../verification/verification-queries.ts';
import { reviewHref } from './review-href.ts';

interface Props {
  readonly task: TaskDto;
  readonly phases: readonly PhaseDto[];
  /** Only this one; null: all that have begun. */
  readonly phase: number | null;
  /** Shows a document. */
  readonly onOpen: (path: string) => void;
  /** Shows the files. */
  readonly onBrowse: () => void;
}

/** How each phase was verified, mended and reviewed, the latest phase first, and who opens its gate. */
export function ReviewsPanel({ task, phases, phase, onOpen, onBrowse }: Props) {
  const t = useTranslations('review');
  const locale = useLocale();
  const router = useRouter();
  const reviews = useReviews(task.id);
  const verifications = useVerifications(task.id);
  const error = reviews.error ?? verifications.error;
  if (error) {
    const retry = () => void Promise.all([reviews.refetch(), verifications.refetch()]);
    return <ErrorState error={error} onRetry={retry} />;
  }
  if (!reviews.data || !verifications.data) return <Skeleton className="m-6 h-24" />;
  const list = verifications.data;
  const items = reviews.data.items;
  const chosen = phases.filter((each) => phase === null || each.number === phase);
  const isBegun = (each: PhaseDto) => each.status !== 'pending';
  const shown = [...chosen.filter(isBegun).toReversed(), ...chosen.filter((each) => !isBegun(each))];
  const openAt = (of: number, path: string, line: number | null) => {
    // At the content that was verified, where it is under review; else as it is now.
    const review = items.findLast((each) => each.phase === of);
    if (review) router.push(reviewHref(review.id, path, line));
    else if (path.endsWith('.md')) onOpen(path);
    else onBrowse();
  };
  if (!chosen.some(isBegun) && phase === null)
    return <EmptyState icon={<Stamp size={18} />} title={t('empty')} body={t('emptyBody')} />;
  return (
    <div tabIndex={0} className="min-h-0 flex-1 overflow-y-auto px-4 py-4 -outline-offset-2 sm:px-6">
      {shown.map((each) => {
        const story = phaseStory(each.number, list, items);
        const last = story.findLast((chapter) => chapter.kind === 'verification');
        return (
          <section key={each.number} aria-label={each.localizedName[locale]} className="mb-7 max-w-4xl">
            <div className="mb-1 flex flex-wrap items-center gap-x-4 gap-y-1">
              <h2 className="min-w-0 flex-1 text-lg font-semibold tracking-tight">
                {each.localizedName[locale]}
              </h2>
              <GateSelect task={task} phase={each} />
            </div>
            {story.length === 0 && each.status === 'in_progress' && (
              <p className="py-1 text-fg-3">{t('nothingYet')}</p>
            )}
            {(story.length > 0 || each.status === 'verifying') && (
              <ol>
                {story.map((chapter) => (
                  <StoryItem
                    key={`${chapter.kind} ${chapter.at}`}
                    chapter={chapter}
                    phase={each}
                    isOpen={
                      chapter === last &&
                      chapter.kind === 'verification' &&
                      chapter.verification.verdict !== 'passed'
                    }
                    onOpenAt={(path, line) => openAt(each.number, path, line)}
                    reviewHref={reviewHref}
                  />
                ))}
                {each.status === 'verifying' && <VerifyingLine />}
              </ol>
            )}
          </section>
        );
      })}
    </div>
  );
}
