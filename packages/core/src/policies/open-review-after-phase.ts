import { openReview } from '../task/review/open-review.ts';
import type { Policy } from './policy.ts';

/** A complete phase goes to review. */
export const openReviewAfterPhase: Policy = {
  name: 'open-review-after-phase',
  react(event) {
    if (event.type !== 'PhaseCompleted') return null;
    const { phase } = event.payload;
    return (state, context) => openReview(state, { phase }, context);
  },
};
