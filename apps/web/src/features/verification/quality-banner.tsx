'use client';

import type { PhaseDto, TaskDto } from '@ccs/contract';
import { MAX_REWORK_ATTEMPTS } from '@ccs/contract/vocabulary';
import { Hammer, ShieldCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { TONE_GROUND, TONE_TEXT } from '../tasks/task-look.ts';
import { currentRework } from './phase-story.ts';
import { useVerifications } from './verification-queries.ts';

/** The agent works, or waits for a place to. */
const MOVES: readonly TaskDto['blockedBy'][] = [null, 'queue'];

/** That the results of a phase are being verified or mended, and what for; nothing otherwise. */
export function QualityBanner({
  task,
  phases,
}: {
  readonly task: TaskDto;
  readonly phases: readonly PhaseDto[];
}) {
  const t = useTranslations('verification');
  const locale = useLocale();
  const list = useVerifications(task.id).data;
  const phase = phases.find((each) => each.number === task.currentPhase);
  if (!phase || task.status !== 'in_progress' || !MOVES.includes(task.blockedBy)) return null;
  const name = phase.localizedName[locale];
  if (phase.status === 'verifying') {
    return (
      <Banner tone="verify" icon={<ShieldCheck size={16} aria-hidden />}>
        <span className="font-medium">{t('banner.verifying', { phase: name })}</span>{' '}
        <span className="text-fg-2">
          {t('banner.verifyingBody', { count: phase.criteria.length, gate: phase.gate })}
        </span>
      </Banner>
    );
  }
  if (phase.reworkFor === null) return null;
  const rework = list && currentRework(phase.number, list);
  const wanted = (rework?.failedCriteria ?? []).map(
    (key) => phase.criteria.find((each) => each.key === key)?.name[locale] ?? key,
  );
  return (
    <Banner tone="run" icon={<Hammer size={16} aria-hidden />}>
      <span className="font-medium">
        {phase.reworkFor === 'verification' && rework
          ? t('banner.rework', { number: rework.attemptNumber, most: MAX_REWORK_ATTEMPTS })
          : t('banner.reworkForReview')}
      </span>{' '}
      <span className="text-fg-2">
        {phase.reworkFor === 'review'
          ? t('banner.reworkForReviewBody')
          : wanted.join(', ').replaceAll('`', '')}
      </span>
    </Banner>
  );
}

interface BannerProps {
  readonly tone: 'verify' | 'run';
  readonly icon: React.ReactNode;
  readonly children: React.ReactNode;
}

function Banner({ tone, icon, children }: BannerProps) {
  return (
    <section
      role="status"
      className={cn('flex items-center gap-3 rounded-lg border px-4 py-2.5', TONE_GROUND[tone])}
    >
      <span className={cn('shrink-0 animate-breathe', TONE_TEXT[tone])}>{icon}</span>
      <p className="min-w-0 flex-1 text-pretty">{children}</p>
    </section>
  );
}
