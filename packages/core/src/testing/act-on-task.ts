import type { DomainError } from '../kernel/domain-error.ts';
import type { Reaction } from '../policies/policy.ts';
import { cancelTask } from '../task/lifecycle/cancel-task.ts';
import { createTask } from '../task/lifecycle/create-task.ts';
import { executeTask } from '../task/lifecycle/execute-task.ts';
import { pauseTask } from '../task/lifecycle/pause-task.ts';
import { resumeTask } from '../task/lifecycle/resume-task.ts';
import type { TaskEventType } from '../task/model/events.ts';
import { NO_USAGE } from '../task/model/usage.ts';
import { approveReview } from '../task/review/approve-review.ts';
import { endRun, type EndRunInput } from '../task/run/end-run.ts';
import { startRun } from '../task/run/start-run.ts';
import { deriveViews } from '../task/view/derive-views.ts';
import { aTask, type TaskScenario } from './task-scenario.ts';

/** What persons, agents and the platform do to a task, in few words for tests. */
export function actOnTask(task: () => TaskScenario) {
  const view = () => {
    const { state } = task();
    return state ? deriveViews(state)?.task : undefined;
  };
  const lastRunId = () => {
    const run = task().state?.runs.at(-1);
    if (!run) throw new Error('no run');
    return run.runId;
  };
  const create = (changes: Partial<typeof aTask> = {}) =>
    task().when((state, context) =>
      createTask(state, { task: { ...aTask, ...changes }, execute: false }, context),
    );
  const execute: Reaction = (state, context) => executeTask(state, { taskId: task().taskId }, context);
  const start: Reaction = (state) => startRun(state, { runId: lastRunId() });
  const pause: Reaction = (state) => pauseTask(state, { taskId: task().taskId });
  const resume: Reaction = (state, context) => resumeTask(state, { taskId: task().taskId }, context);
  const cancel: Reaction = (state) => cancelTask(state, { taskId: task().taskId });
  const end = (outcome: EndRunInput['outcome'], runId = lastRunId()) =>
    task().when((state) => {
      switch (outcome) {
        case 'completed':
          return endRun(state, { runId, outcome, outputs: [], usage: NO_USAGE });
        case 'failed':
          return endRun(state, { runId, outcome, failure: { code: 'phase_incomplete' }, usage: NO_USAGE });
        case 'interrupted':
          return endRun(state, { runId, outcome, usage: NO_USAGE });
        case 'crashed':
          return endRun(state, { runId, outcome });
      }
    });
  const approve: Reaction = (state) =>
    approveReview(state, {
      taskId: task().taskId,
      reviewId: state?.reviews.at(-1)?.reviewId ?? 'review_none',
    });
  const refusal = (decide: Reaction): unknown => {
    try {
      task().when(decide);
    } catch (error) {
      return (error as DomainError).details;
    }
    return 'not refused';
  };
  const payload = (type: TaskEventType) => task().events.findLast((event) => event.type === type)?.payload;
  return { view, lastRunId, create, execute, start, pause, resume, cancel, end, approve, refusal, payload };
}
