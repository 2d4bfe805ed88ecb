import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { TaskEvent } from '../model/events.ts';
import type { PhaseState } from '../model/phases.ts';
import type { TaskState } from '../model/state.ts';

/** Opens a round of review for a phase, with everything it produced and the last word of its verification. */
export function openReview(task: TaskState, phase: PhaseState, context: DecisionContext): TaskEvent {
  const rounds = task.reviews.filter((review) => review.phase === phase.number).length;
  const report = task.verifications.reports.findLast((each) => each.phase === phase.number);
  return {
    type: 'ReviewCreated',
    payload: {
      reviewId: context.ids.next('review'),
      phase: phase.number,
      round: rounds + 1,
      files: phase.outputs,
      verificationId: report?.verificationId ?? null,
      baseCommit: phase.baseCommit,
      commit: phase.commit,
    },
  };
}
