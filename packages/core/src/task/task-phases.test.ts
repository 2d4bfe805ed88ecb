import { beforeEach, describe, expect, it } from 'vitest';
import { actOnTask } from '../testing/act-on-task.ts';
import { TaskScenario } from '../testing/task-scenario.ts';
import { editTask } from './lifecycle/edit-task.ts';
import { completeStep } from './phase/complete-step.ts';

let task: TaskScenario;
const { view, lastRunId, create, execute, start, end, passPhase, approve } = actOnTask(() => task);
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
      passPhase();
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
      passPhase();
    }
    expect(view()?.status).toBe('completed');
    expect(task.state?.reviews.map((review) => review.status)).toEqual(Array(4).fill('approved'));
  });

  it('starts to approve by itself when that is switched on during a review', () => {
    create();
    task.when(execute);
    task.when(start);
    passPhase();
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
