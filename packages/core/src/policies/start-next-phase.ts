import { advanceTask } from '../task/phase/advance-task.ts';
import type { Policy } from './policy.ts';

/** After an approval the next phase starts, or the task is complete. */
export const startNextPhase: Policy = {
  name: 'start-next-phase',
  react(event) {
    if (event.type !== 'ReviewApproved') return null;
    const { taskId } = event;
    const { phase } = event.payload;
    return (state, context) => {
      if (state === null || state.lifecycle.deleted || state.lifecycle.paused) return [];
      const last = state.runs.at(-1);
      if (last?.phase !== phase || last.outcome !== 'completed') return [];
      return advanceTask(state, { taskId }, context);
    };
  },
};
