'use client';

import type { PhaseDto, ReworkAttemptDto } from '@ccs/contract';
import {
  CircleCheck,
  ChevronRight,
  Hammer,
  LoaderCircle,
  MessageSquareText,
  ShieldCheck,
  Stamp,
} from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { Ago } from '../../ui/times.tsx';
import { TONE_TEXT } from '../tasks/task-look.ts';
import type { Chapter } from './phase-story.ts';
import { VERDICT_LOOKS } from './verdict-look.ts';
import type { OpenAt } from './criterion-item.tsx';
import { VerificationReport } from './verification-report.tsx';

interface Props {
  readonly chapter: Chapter;
  readonly phase: PhaseDto | undefined;
  /** Its report is open from the beginning. */
  readonly isOpen: boolean;
  readonly onOpenAt: OpenAt;
  /** Where a review is read; null where it is shown already. */
  readonly reviewHref: ((id: string) => string) | null;
}

/** One thing that happened to the results of a phase, in a line; a verification opens to its report. */
export function StoryItem({ chapter, phase, isOpen, onOpenAt, reviewHref }: Props) {
  const t = useTranslations('verification');
  const locale = useLocale();
  /** Names of criteria in the person's language, in quotes: they are sentences of what should be. */
  const namesOf = (keys: readonly string[]) =>
    keys
      .map((key) => phase?.criteria.find((each) => each.key === key)?.name[locale] ?? key)
      .map((name) => t('name', { name: name.replaceAll('`', '') }))
      .join(', ');
  switch (chapter.kind) {
    case 'verification': {
      const { verification } = chapter;
      const { icon: Icon, tone } = VERDICT_LOOKS[verification.verdict];
      const failed = verification.criteria.filter((each) => each.verdict === 'fail');
      return (
        <li>
          <details className="group/story" open={isOpen}>
            <summary className="touch flex items-center gap-2.5 rounded py-1.5 hover:bg-hover">
              <Icon size={16} aria-hidden className={cn('shrink-0', TONE_TEXT[tone])} />
              <span className="min-w-0 flex-1">
                <span className={cn('font-medium', TONE_TEXT[tone])}>
                  {t(`story.${verification.verdict}`)}
                  {failed.length > 0 && ':'}
                </span>{' '}
                {failed.length > 0 && (
                  <span className="text-sm text-fg-2">
                    {t('failedOf', {
                      failed: failed.length,
                      total: verification.criteria.length,
                      names: namesOf(failed.map(({ key }) => key)),
                    })}
                  </span>
                )}
              </span>
              <When at={chapter.at} />
              <ChevronRight
                size={14}
                aria-hidden
                className="shrink-0 text-fg-3 transition-transform group-open/story:rotate-90"
              />
            </summary>
            <div className="mb-2 ml-2 border-l border-line pt-1 pl-4.5">
              <VerificationReport verification={verification} onOpenAt={onOpenAt} />
            </div>
          </details>
        </li>
      );
    }
    case 'rework': {
      const { rework } = chapter;
      const isOver = rework.completedAt !== null;
      return (
        <Line
          icon={
            isOver ? (
              <Hammer size={16} aria-hidden className="shrink-0 text-fg-3" />
            ) : (
              <LoaderCircle
                size={16}
                aria-hidden
                className="shrink-0 animate-spin text-run [animation-duration:3s]"
              />
            )
          }
          at={chapter.at}
        >
          <span className="font-medium">{t('story.rework', { number: rework.attemptNumber })}</span>{' '}
          <span className="text-sm text-fg-2">
            {t('reworkOf', { names: namesOf(rework.failedCriteria) })}
          </span>{' '}
          <span className={cn('text-sm', resultTone(rework))}>
            {t(`result.${rework.result ?? 'running'}`)}
          </span>
        </Line>
      );
    }
    case 'review': {
      const { review } = chapter;
      const isApproved = review.status === 'approved';
      const isDecided = isApproved || review.status === 'changes_requested';
      const Icon = isApproved
        ? CircleCheck
        : review.status === 'changes_requested'
          ? MessageSquareText
          : Stamp;
      const tone = isApproved ? 'text-done' : 'text-wait';
      return (
        <Line
          icon={<Icon size={16} aria-hidden className={cn('shrink-0', tone)} />}
          at={(isDecided ? review.resolvedAt : null) ?? chapter.at}
        >
          {reviewHref === null ? (
            <span className="font-medium">{t('story.review', { round: review.round })}</span>
          ) : (
            <Link
              href={reviewHref(review.id)}
              className="touch inline-flex items-center font-medium underline decoration-line-strong underline-offset-3 hover:decoration-fg"
            >
              {t('story.review', { round: review.round })}
            </Link>
          )}{' '}
          <span className={cn('text-sm', tone)}>{t(`reviewStatus.${review.status}`)}</span>
          {review.note !== null && review.note !== '' && (
            <span className="mt-0.5 block max-w-3xl whitespace-pre-wrap text-fg-2">{review.note}</span>
          )}
        </Line>
      );
    }
  }
}

/** That the results are being verified now. */
export function VerifyingLine() {
  const t = useTranslations('verification');
  return (
    <li className="flex items-center gap-2.5 py-1.5">
      <ShieldCheck size={16} aria-hidden className="shrink-0 animate-breathe text-verify" />
      <span className="font-medium text-verify">{t('story.verifying')}</span>
    </li>
  );
}

function resultTone({ result }: ReworkAttemptDto): string {
  if (result === null) return 'text-run';
  return result === 'success' ? 'text-done' : result === 'partial' ? 'text-wait' : 'text-fail';
}

interface LineProps {
  readonly icon: ReactNode;
  readonly at: string;
  readonly children: ReactNode;
}

function Line({ icon, at, children }: LineProps) {
  return (
    <li className="flex items-start gap-2.5 py-1.5">
      <span className="pt-0.5">{icon}</span>
      <div className="min-w-0 flex-1">{children}</div>
      <When at={at} />
      <span aria-hidden className="w-3.5 shrink-0" />
    </li>
  );
}

function When({ at }: { readonly at: string }) {
  return (
    <span className="shrink-0 text-sm text-fg-3">
      <Ago at={at} />
    </span>
  );
}
