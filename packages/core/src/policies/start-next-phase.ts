import { advanceTask } from '../task/phase/advance-task.ts';
import type { Policy } from './policy.ts';

/** After an approval the next phase starts, or the task is complete. */
export const startNextPhase: Policy = {
  name: 'start-next-phase',
  react(event) {
    if (event.type !== 'ReviewApproved') return null;
    const { taskId } = event;
    return (state, context) =>
      state === null || state.lifecycle.deleted || state.lifecycle.paused
        ? []
        : advanceTask(state, { taskId }, context);
  },
};
