import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainError } from '../kernel/domain-error.ts';
import { aTask, TaskScenario } from '../testing/task-scenario.ts';
import type { Reaction } from '../policies/policy.ts';
import { cancelTask } from './lifecycle/cancel-task.ts';
import { createTask } from './lifecycle/create-task.ts';
import { deleteTask } from './lifecycle/delete-task.ts';
import { editTask } from './lifecycle/edit-task.ts';
import { executeTask } from './lifecycle/execute-task.ts';
import { pauseTask } from './lifecycle/pause-task.ts';
import { resumeTask } from './lifecycle/resume-task.ts';
import type { TaskEventType } from './model/events.ts';
import { NO_USAGE } from './model/usage.ts';
import { completeStep } from './phase/complete-step.ts';
import { approveReview } from './review/approve-review.ts';
import { endRun, type EndRunInput } from './run/end-run.ts';
import { startRun } from './run/start-run.ts';
import { deriveViews } from './view/derive-views.ts';

let task: TaskScenario;
const view = () => (task.state ? deriveViews(task.state)?.task : undefined);
const lastRunId = () => {
  const run = task.state?.runs.at(-1);
  if (!run) throw new Error('no run');
  return run.runId;
};
const create = (changes: Partial<typeof aTask> = {}) =>
  task.when((state, context) =>
    createTask(state, { task: { ...aTask, ...changes }, execute: false }, context),
  );
const execute: Reaction = (state, context) => executeTask(state, { taskId: task.taskId }, context);
const start: Reaction = (state) => startRun(state, { runId: lastRunId() });
const pause: Reaction = (state) => pauseTask(state, { taskId: task.taskId });
const resume: Reaction = (state, context) => resumeTask(state, { taskId: task.taskId }, context);
const cancel: Reaction = (state) => cancelTask(state, { taskId: task.taskId });
const end = (outcome: EndRunInput['outcome'], runId = lastRunId()) =>
  task.when((state) => {
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
  approveReview(state, { taskId: task.taskId, reviewId: state?.reviews.at(-1)?.reviewId ?? 'review_none' });
const refusal = (decide: Reaction): unknown => {
  try {
    task.when(decide);
  } catch (error) {
    return (error as DomainError).details;
  }
  return 'not refused';
};
const payload = (type: TaskEventType) => task.events.findLast((event) => event.type === type)?.payload;

beforeEach(() => {
  task = new TaskScenario();
});

describe('the way of a task through its phases', () => {
  it('goes from draft over pending and four reviewed phases to completed', () => {
    create();
    expect(view()).toMatchObject({ status: 'draft', agentStatus: 'idle', progress: 0 });
    task.when(execute);
    expect(view()).toMatchObject({ status: 'pending', blockedBy: 'queue' });
    for (const [phase, progress] of [
      [1, 37],
      [2, 58],
      [3, 83],
      [4, 99],
    ] as const) {
      task.when(start);
      expect(view()).toMatchObject({
        status: 'in_progress',
        agentStatus: 'running',
        currentPhase: phase,
        currentStep: 1,
      });
      end('completed');
      task.settle();
      expect(view()).toMatchObject({ status: 'review', agentStatus: 'waiting_review', progress });
      task.when(approve);
      task.settle();
    }
    expect(view()).toMatchObject({ status: 'completed', agentStatus: 'completed', progress: 100 });
    expect(task.state?.phases.map((phase) => phase.status)).toEqual(Array(4).fill('completed'));
  });

  it('approves by itself when it is told to, and still records every review', () => {
    create({ autoApprove: true });
    task.when(execute);
    for (let phase = 1; phase <= 4; phase += 1) {
      task.when(start);
      end('completed');
      task.settle();
    }
    expect(view()?.status).toBe('completed');
    expect(task.state?.reviews.map((review) => review.status)).toEqual(Array(4).fill('approved'));
  });

  it('starts to approve by itself when that is switched on during a review', () => {
    create();
    task.when(execute);
    task.when(start);
    end('completed');
    task.settle();
    task.when((state) => editTask(state, { taskId: task.taskId, changes: { autoApprove: true } }));
    task.settle();
    expect(view()).toMatchObject({ status: 'in_progress', blockedBy: 'queue' });
  });
});

describe('steps', () => {
  beforeEach(() => {
    create();
    task.when(execute);
    task.when(start);
  });
  const step = (number: number, runId = lastRunId()) =>
    task.when((state) => completeStep(state, { runId, step: number, evidence: 'marker' }));

  it('complete once, and the next open one starts', () => {
    expect(step(1).map((event) => event.type)).toEqual(['StepCompleted', 'StepStarted']);
    expect(step(1)).toEqual([]);
    expect(view()).toMatchObject({ currentStep: 2, progress: 4 });
  });

  it('may complete out of order without a second one in progress', () => {
    expect(step(5).map((event) => event.type)).toEqual(['StepCompleted']);
    expect(view()?.currentStep).toBe(1);
    for (const number of [1, 2, 3, 4]) step(number);
    expect(view()?.currentStep).toBe(6);
  });

  it('do not exist beyond the phase', () => {
    expect(step(10)).toEqual([]);
  });

  it('that no marker named are complete with the phase', () => {
    step(1);
    end('completed');
    const steps = task.state?.phases[0]?.steps ?? [];
    expect(steps.map((each) => each.evidence)).toEqual(['marker', ...Array(8).fill('phase')]);
  });
});

describe('pause, resume, cancel', () => {
  beforeEach(() => {
    create();
    task.when(execute);
  });

  it('a pause keeps the phase, and resume asks for an agent on it again', () => {
    task.when(start);
    task.when(pause);
    expect(view()).toMatchObject({ agentStatus: 'running' });
    end('interrupted');
    expect(view()).toMatchObject({ status: 'in_progress', agentStatus: 'paused', blockedBy: 'paused' });
    task.when(resume);
    expect(payload('RunRequested')).toMatchObject({ phase: 1 });
    task.when(start);
    expect(view()).toMatchObject({ agentStatus: 'running', currentPhase: 1 });
    expect(task.state?.phases[0]?.attempts).toBe(1);
  });

  it('output of a run that was paused or cancelled changes nothing', () => {
    task.when(start);
    const runId = lastRunId();
    task.when(cancel);
    expect(task.when((state) => completeStep(state, { runId, step: 1, evidence: 'marker' }))).toEqual([]);
    expect(end('completed').map((event) => event.type)).toEqual(['RunEnded']);
    expect(view()).toMatchObject({ status: 'failed', failure: { code: 'cancelled' } });
  });

  it('a cancelled task can be executed again while its old agent is still stopping', () => {
    task.when(start);
    const oldRun = lastRunId();
    task.when(cancel);
    task.when(execute);
    expect(view()).toMatchObject({ status: 'pending', failure: null });
    end('interrupted', oldRun);
    task.when(start);
    expect(view()).toMatchObject({ status: 'in_progress', agentStatus: 'running' });
    expect(task.state?.phases[0]).toMatchObject({ attempts: 2, status: 'in_progress' });
  });

  it('a run that nobody has started yet is not started after a cancel', () => {
    const runId = lastRunId();
    task.when(cancel);
    expect(task.when((state) => startRun(state, { runId }))).toEqual([]);
  });
});

describe('death and failure', () => {
  beforeEach(() => {
    create();
    task.when(execute);
    task.when(start);
  });

  it.each(['crashed', 'interrupted'] as const)(
    'a %s run shows as interrupted and can be resumed',
    (outcome) => {
      end(outcome);
      expect(view()).toMatchObject({ status: 'in_progress', agentStatus: 'error', blockedBy: 'interrupted' });
      task.when(resume);
      task.when(start);
      expect(view()).toMatchObject({ agentStatus: 'running', blockedBy: null });
    },
  );

  it('a failed run fails task and phase with its reason, and executing again goes on with that phase', () => {
    end('failed');
    expect(view()).toMatchObject({
      status: 'failed',
      failure: { code: 'phase_incomplete' },
      currentPhase: 1,
    });
    expect(task.state?.phases[0]).toMatchObject({
      status: 'failed',
      steps: [{ status: 'failed' }, ...Array(8).fill({ status: 'pending' })],
    });
    task.when(execute);
    task.when(start);
    expect(view()).toMatchObject({ status: 'in_progress', currentPhase: 1, currentStep: 1 });
  });

  it('a run ends once', () => {
    end('crashed');
    expect(end('completed')).toEqual([]);
  });

  it('a pause between the end of a phase and its review does not lose the phase', () => {
    end('completed');
    task.when(pause);
    task.settle();
    expect(view()).toMatchObject({ status: 'review' });
    task.when(approve);
    task.settle();
    expect(payload('RunRequested')).toMatchObject({ phase: 2 });
  });
});

describe('a task that was cancelled after its last approval', () => {
  it('is completed when it is executed again: nothing is left to run', () => {
    create({ autoApprove: true });
    task.when(execute);
    for (let phase = 1; phase <= 3; phase += 1) {
      task.when(start);
      end('completed');
      task.settle();
    }
    task.when((state) => editTask(state, { taskId: task.taskId, changes: { autoApprove: false } }));
    task.when(start);
    end('completed');
    task.settle();
    task.when(approve);
    task.when(cancel);
    task.settle();
    expect(view()).toMatchObject({ status: 'failed', failure: { code: 'cancelled' } });
    task.when(execute);
    expect(view()).toMatchObject({ status: 'completed', progress: 100, failure: null });
  });
});

describe('refusals', () => {
  it('an unavailable type', () => {
    expect(
      refusal((state, context) =>
        createTask(state, { task: { ...aTask, taskType: 'workflow' }, execute: true }, context),
      ),
    ).toMatchObject({
      code: 'task_type_unavailable',
      available: ['create_app'],
    });
  });

  it('operations on a task that does not exist or was deleted', () => {
    expect(refusal(execute)).toEqual({ code: 'task_not_found', taskId: task.taskId });
    create();
    task.when((state) => deleteTask(state, { taskId: task.taskId, removeFiles: false }));
    expect(refusal(execute)).toEqual({ code: 'task_not_found', taskId: task.taskId });
    expect(task.state && deriveViews(task.state)).toBeNull();
  });

  it('illegal transitions say what is legal', () => {
    create();
    for (const decide of [pause, resume, cancel]) {
      expect(refusal(decide)).toMatchObject({
        code: 'illegal_transition',
        status: 'draft',
        allowed: ['edit', 'execute', 'delete'],
      });
    }
    task.when(execute);
    expect(refusal(execute)).toMatchObject({ code: 'illegal_transition', allowed: ['edit', 'cancel'] });
    task.when(start);
    expect(refusal((state) => deleteTask(state, { taskId: task.taskId, removeFiles: false }))).toMatchObject({
      operation: 'delete',
      allowed: ['edit', 'pause', 'cancel'],
    });
  });

  it('a title is not changed while an agent works from it', () => {
    create();
    task.when((state) => editTask(state, { taskId: task.taskId, changes: { title: 'Better' } }));
    expect(view()?.title).toBe('Better');
    task.when(execute);
    const rename: Reaction = (state) => editTask(state, { taskId: task.taskId, changes: { title: 'Worse' } });
    expect(refusal(rename)).toMatchObject({ code: 'illegal_transition', status: 'pending' });
  });

  it('an edit that changes nothing is no event', () => {
    create();
    expect(
      task.when((state) => editTask(state, { taskId: task.taskId, changes: { title: aTask.title } })),
    ).toEqual([]);
  });

  it('a review is approved once, and only while it is open', () => {
    create();
    task.when(execute);
    expect(refusal(approve)).toMatchObject({ code: 'review_not_found' });
    task.when(start);
    end('completed');
    task.settle();
    task.when(approve);
    expect(refusal(approve)).toMatchObject({ code: 'review_closed', status: 'approved' });
  });
});
