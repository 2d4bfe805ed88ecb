import { approveByItself as approve } from '../task/review/approve-review.ts';
import type { Policy } from './policy.ts';

/** A task that approves by itself: its reviews are recorded and approved; also when it is set so during a review. */
export const approveByItself: Policy = {
  name: 'approve-by-itself',
  react(event) {
    const wanted =
      event.type === 'ReviewCreated' || (event.type === 'TaskEdited' && event.payload.autoApprove);
    return wanted ? (state) => approve(state) : null;
  },
};
