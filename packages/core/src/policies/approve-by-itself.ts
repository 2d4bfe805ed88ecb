import { approveByItself as approve } from '../task/review/approve-review.ts';
import type { Policy } from './policy.ts';

/** A gate that opens by itself: the review is recorded and approved; also when it is set so during a review. */
export const approveByItself: Policy = {
  name: 'approve-by-itself',
  react(event) {
    const wanted =
      event.type === 'ReviewCreated' ||
      (event.type === 'TaskEdited' &&
        (event.payload.autoApprove === true || event.payload.gates !== undefined));
    return wanted ? (state) => approve(state) : null;
  },
};
