import type { ReviewDto, ReworkAttemptDto, VerificationDto, VerificationList } from '@ccs/contract';

/** One thing that happened to the results of a phase. */
export type Chapter =
  | { readonly kind: 'verification'; readonly at: string; readonly verification: VerificationDto }
  | { readonly kind: 'rework'; readonly at: string; readonly rework: ReworkAttemptDto }
  | { readonly kind: 'review'; readonly at: string; readonly review: ReviewDto };

/** How the results of a phase were verified, mended and reviewed, in the order of time. */
export function phaseStory(
  phase: number,
  { items, reworkAttempts }: VerificationList,
  reviews: readonly ReviewDto[],
): Chapter[] {
  const ofPhase = (each: { readonly phase: number }) => each.phase === phase;
  const chapters: Chapter[] = [
    ...items
      .filter(ofPhase)
      .map((verification) => ({ kind: 'verification' as const, at: verification.createdAt, verification })),
    ...reworkAttempts
      .filter(ofPhase)
      .map((rework) => ({ kind: 'rework' as const, at: rework.startedAt, rework })),
    ...reviews.filter(ofPhase).map((review) => ({ kind: 'review' as const, at: review.createdAt, review })),
  ];
  // What happens in one moment happens in this order: the verdict, then what follows from it.
  return chapters.sort((a, b) => a.at.localeCompare(b.at));
}

/** The rework of a phase that goes on now, after its verification failed. */
export function currentRework(
  phase: number,
  { reworkAttempts }: VerificationList,
): ReworkAttemptDto | undefined {
  return reworkAttempts.findLast((each) => each.phase === phase && each.completedAt === null);
}

/** Failed criteria first, then what could not be checked, then what passes. */
export function byUrgency(criteria: VerificationDto['criteria']): VerificationDto['criteria'] {
  const order = { fail: 0, not_checked: 1, pass: 2 } as const;
  return criteria.toSorted((a, b) => order[a.verdict] - order[b.verdict]);
}
