import { beforeEach, describe, expect, it } from 'vitest';
import { actOnTask } from '../testing/act-on-task.ts';
import { TaskScenario } from '../testing/task-scenario.ts';
import { editTask } from './lifecycle/edit-task.ts';
import { completeStep } from './phase/complete-step.ts';
import { startRun } from './run/start-run.ts';

let task: TaskScenario;
const {
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
  payload,
} = actOnTask(() => task);
beforeEach(() => {
  task = new TaskScenario();
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

describe('the time of a task', () => {
  /** The clock goes on by a second at each look. */
  const wait = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) task.when(() => []);
  };

  it('is that of its runs: waiting in the queue, for a review or in a pause does not count', () => {
    create();
    task.when(execute);
    wait(100);
    expect(view()).toMatchObject({ workedMs: 0, workingSince: null });
    task.when(start);
    const since = task.events.at(-1)?.timestamp;
    wait(9);
    expect(view()).toMatchObject({ workedMs: 0, workingSince: since });
    end('completed');
    expect(view()).toMatchObject({ workedMs: 10_000, workingSince: null });
    task.settle();
    task.when(start);
    verify();
    task.settle();
    wait(1000);
    task.when(approve);
    task.settle();
    task.when(start);
    task.when(pause);
    wait(3);
    end('interrupted');
    wait(1000);
    expect(view()).toMatchObject({ workedMs: 16_000, workingSince: null });
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
    expect(view()).toMatchObject({ status: 'in_progress', agentStatus: 'paused' });
    task.when(resume);
    expect(payload('RunRequested')).toMatchObject({ phase: 1, purpose: 'verify' });
  });
});

describe('a task that was cancelled after its last approval', () => {
  it('is completed when it is executed again: nothing is left to run', () => {
    create({ autoApprove: true });
    task.when(execute);
    for (let phase = 1; phase <= 3; phase += 1) {
      task.when(start);
      passPhase();
    }
    task.when((state) => editTask(state, { taskId: task.taskId, changes: { autoApprove: false } }));
    task.when(start);
    passPhase();
    task.when(approve);
    task.when(cancel);
    task.settle();
    expect(view()).toMatchObject({ status: 'failed', failure: { code: 'cancelled' } });
    task.when(execute);
    expect(view()).toMatchObject({ status: 'completed', progress: 100, failure: null });
  });
});
