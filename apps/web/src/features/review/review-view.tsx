'use client';

import type { PhaseDto, ReviewDto, TaskDto } from '@ccs/contract';
import { ShieldCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useHotkeys } from '../../lib/use-hotkeys.ts';
import { useStoredState } from '../../lib/stored-state.ts';
import { useTitle } from '../../lib/use-title.ts';
import { FileSteps } from '../diff/file-steps.tsx';
import { FileNav } from '../diff/file-nav.tsx';
import { usePhases, useReviews } from '../task/task-page-queries.ts';
import { useVerifications } from '../verification/verification-queries.ts';
import { FilePane } from './file-pane.tsx';
import { FileToolbar } from './file-toolbar.tsx';
import { Overview } from './overview.tsx';
import { ReviewBar } from './review-bar.tsx';
import { openCount, reviewFiles, type ReviewFile } from './review-files.ts';
import { ReviewHeader } from './review-header.tsx';
import { useReviewDiff, useReviewLive } from './review-queries.ts';
import { useDesk } from './use-desk.ts';
import { useFileView } from './use-file-view.ts';
import { usePlaceInUrl } from './use-place-in-url.ts';
import { isViewed, mark, storedViewed, VIEWED_KEY } from './viewed.ts';

const NO_PHASES: readonly PhaseDto[] = [];

/** A review: its files, what verification says, what people say, and the decision. */
export function ReviewView({ review, task }: { readonly review: ReviewDto; readonly task: TaskDto }) {
  const t = useTranslations('review');
  const locale = useLocale();
  useReviewLive(review, task.version);
  const phases = usePhases(task.id).data?.items ?? NO_PHASES;
  const rounds = useReviews(task.id).data?.items.filter((each) => each.phase === review.phase) ?? [review];
  const verified = useVerifications(task.id);
  const verifications = verified.data;
  const verification = verifications?.items.find((each) => each.id === review.verificationId) ?? null;
  const phase = phases.find((each) => each.number === review.phase);
  useTitle(task.title, phase?.localizedName[locale] ?? '');

  const isAgain = review.round > 1;
  const ofPhase = useReviewDiff(review.id, 'phase');
  const sinceRound = useReviewDiff(review.id, 'previous', isAgain);
  const desk = useDesk(review, rounds, task);
  const view = useFileView(isAgain);
  const files = useMemo(
    () => reviewFiles(review, ofPhase.data, isAgain ? sinceRound.data : undefined),
    [review, ofPhase.data, isAgain, sinceRound.data],
  );

  const place = usePlaceInUrl();
  // Trouble is told first; where there is none, one begins to read.
  const hasTrouble = isAgain || (verification !== null && verification.verdict !== 'passed');
  const wanted = place.file ?? (hasTrouble || verifications === undefined ? '' : (files[0]?.path ?? ''));
  const file = wanted === '' ? null : (files.find((each) => each.path === wanted) ?? unknownFile(wanted));
  const index = files.findIndex((each) => each.path === file?.path);
  const next = files[index + 1]?.path ?? null;
  const previous = index > 0 ? (files[index - 1]?.path ?? null) : null;

  const [viewed, setViewed] = useStoredState(storedViewed, VIEWED_KEY);
  const before = rounds.findLast((each) => each.round < review.round);
  const content = {
    commit: review.commit ?? review.id,
    previous: before?.commit ?? null,
    isUnchanged: (path: string) =>
      sinceRound.data !== undefined && sinceRound.data.files.every((each) => each.path !== path),
  };
  const seen = (path: string) => isViewed(viewed, content, path);
  const setSeen = (path: string, is: boolean) => {
    setViewed((all) => mark(all, content.commit, path, is));
    if (is && next !== null) place.go(next);
  };
  useHotkeys({
    j: () => next !== null && place.go(next),
    k: () => place.go(previous),
    v: () => file && setSeen(file.path, !seen(file.path)),
  });

  const steps = (
    <FileSteps
      onPrevious={file === null ? null : () => place.go(previous)}
      onNext={next === null ? null : () => place.go(next)}
    />
  );
  const setMode = (mode: ReturnType<typeof view.modeOf>) => {
    if (!file) return;
    view.setMode(file, mode);
    place.go(file.path);
  };
  return (
    <div className="flex h-[calc(100dvh-var(--bar))] flex-col">
      <ReviewHeader
        review={review}
        task={task}
        phase={phase}
        rounds={rounds}
        verification={verification}
        onOverview={() => place.go(null)}
      />
      <div className="flex min-h-0 flex-1 flex-col md:flex-row">
        <FileNav
          label={t('filesOf')}
          files={files.map((each) => ({
            path: each.path,
            change: isAgain ? each.sinceRound : each.ofPhase,
            isViewed: seen(each.path),
            remarks: openCount(each.path, review.feedback, desk.draft.remarks),
          }))}
          current={file?.path ?? null}
          onPath={(path) => place.go(path)}
          steps={steps}
          first={{
            name: t('overview'),
            icon: <ShieldCheck size={14} aria-hidden className="shrink-0 text-fg-3" />,
            onSelect: () => place.go(null),
          }}
        />
        <section aria-label={file?.path ?? t('overview')} className="flex min-h-0 min-w-0 flex-1 flex-col">
          {file ? (
            <>
              <FileToolbar
                file={file}
                view={view}
                mode={place.line === null ? view.modeOf(file) : 'source'}
                onMode={setMode}
                round={review.round}
                isViewed={seen(file.path)}
                onViewed={(is) => setSeen(file.path, is)}
                onComment={
                  desk.canWrite ? () => desk.begin({ path: file.path, startLine: null, endLine: null }) : null
                }
                steps={steps}
              />
              <FilePane
                key={file.path}
                desk={desk}
                task={task}
                file={file}
                view={view}
                isLoading={ofPhase.isPending || (isAgain && sinceRound.isPending)}
                diffError={(view.against === 'previous' ? sinceRound : ofPhase).error}
                onRetry={() => void (view.against === 'previous' ? sinceRound : ofPhase).refetch()}
                target={place.line}
              />
            </>
          ) : (
            <Overview
              desk={desk}
              task={task}
              phase={phase}
              rounds={rounds}
              files={files}
              isLoading={ofPhase.isPending}
              error={ofPhase.error ?? sinceRound.error}
              onRetry={() =>
                void Promise.all([ofPhase.refetch(), ...(isAgain ? [sinceRound.refetch()] : [])])
              }
              verifications={verifications}
              unverified={verifications ? null : verified}
              verification={verification}
              onOpenAt={(path, line) => place.go(path, line)}
            />
          )}
        </section>
      </div>
      <ReviewBar desk={desk} task={task} phases={phases} rounds={rounds} isOnTaskPage={false} />
    </div>
  );
}

/** A file that something points to, but that the phase neither produced nor changed. */
function unknownFile(path: string): ReviewFile {
  return { path, isDocument: path.endsWith('.md'), ofPhase: null, sinceRound: null };
}
