import { approveByItself } from './approve-by-itself.ts';
import { openReviewAfterPhase } from './open-review-after-phase.ts';
import type { Policy } from './policy.ts';
import { startNextPhase } from './start-next-phase.ts';

/** Every policy; each keeps its own position. */
export const allPolicies: readonly Policy[] = [openReviewAfterPhase, approveByItself, startNextPhase];
