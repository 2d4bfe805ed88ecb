import type { DomainError } from '../kernel/domain-error.ts';
import type { Reaction } from '../policies/policy.ts';
import { cancelTask } from '../task/lifecycle/cancel-task.ts';
import { createTask } from '../task/lifecycle/create-task.ts';
import { executeTask } from '../task/lifecycle/execute-task.ts';
import { pauseTask } from '../task/lifecycle/pause-task.ts';
import { resumeTask } from '../task/lifecycle/resume-task.ts';
import type { TaskEventType } from '../task/model/events.ts';
import { NO_USAGE } from '../task/model/usage.ts';
import type { VerificationReport } from '../task/model/verification-report.ts';
import { approveReview } from '../task/review/approve-review.ts';
import { endRun, type EndRunInput } from '../task/run/end-run.ts';
import { startRun } from '../task/run/start-run.ts';
import { deriveViews } from '../task/view/derive-views.ts';
import { aTask, type TaskScenario } from './task-scenario.ts';

type Ending = EndRunInput extends infer E ? (E extends EndRunInput ? Omit<E, 'runId'> : never) : never;

const ENDS: Readonly<Record<EndRunInput['outcome'], Ending>> = {
  completed: { outcome: 'completed', outputs: [], baseCommit: 'base', commit: 'head', usage: NO_USAGE },
  verified: { outcome: 'verified', report: aReport([]), usage: NO_USAGE },
  failed: { outcome: 'failed', failure: { code: 'phase_incomplete' }, usage: NO_USAGE },
  blocked: { outcome: 'blocked', usage: NO_USAGE },
  interrupted: { outcome: 'interrupted', usage: NO_USAGE },
  crashed: { outcome: 'crashed' },
};

/** A report in which these criteria fail. */
export function aReport(failed: readonly string[]): VerificationReport {
  return {
    verdict: failed.length === 0 ? 'passed' : 'failed',
    criteria: failed.map((key) => ({
      key,
      verdict: 'fail',
      checkedBy: 'verifier',
      reason: `${key} is not met`,
      evidence: [{ path: 'docs/planning/01_idea.md', line: 3, text: 'Too thin.' }],
      advice: 'Write more.',
    })),
    tests: null,
    failure: null,
  };
}

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
    task().when((state, context) => endRun(state, { runId, ...ENDS[outcome] }, context));
  /** The verifier says that these criteria fail; none = the phase passes. */
  const verify = (failed: readonly string[] = []) =>
    task().when((state, context) =>
      endRun(
        state,
        { runId: lastRunId(), outcome: 'verified', report: aReport(failed), usage: NO_USAGE },
        context,
      ),
    );
  /** From a working agent to the review: the phase is complete and the verifier passes it. */
  const passPhase = () => {
    end('completed');
    task().settle();
    task().when(start);
    verify();
    task().settle();
  };
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
  return {
    view,
    lastRunId,
    create,
    execute,
    start,
    pause,
    resume,
    cancel,
    end,
    verify,
    passPhase,
    approve,
    refusal,
    payload,
  };
}
