import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { TaskEvent } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';

/** Opens a round of review for a phase that is complete, with everything it produced. */
export function openReview(
  state: TaskState | null,
  input: { readonly phase: number },
  context: DecisionContext,
): readonly TaskEvent[] {
  const phase = state?.phases[input.phase - 1];
  if (!state || state.lifecycle.status !== 'in_progress' || phase?.status !== 'verifying') return [];
  const rounds = state.reviews.filter((review) => review.phase === input.phase).length;
  return [
    {
      type: 'ReviewCreated',
      payload: {
        reviewId: context.ids.next('review'),
        phase: input.phase,
        round: rounds + 1,
        files: phase.outputs,
      },
    },
  ];
}
