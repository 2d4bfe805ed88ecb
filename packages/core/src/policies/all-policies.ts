import { advanceByItself } from './advance-by-itself.ts';
import { approveByItself } from './approve-by-itself.ts';
import type { Policy } from './policy.ts';

/** Every policy; each keeps its own position. */
export const allPolicies: readonly Policy[] = [advanceByItself, approveByItself];
