import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandomTask, goForward } from '../testing/go-forward.ts';
import { doRandomStep, RANDOM_COMMANDS } from '../testing/random-commands.ts';
import { TaskScenario } from '../testing/task-scenario.ts';
import { countOpenAsks, isBlocked } from './model/blocking-asks.ts';
import { openRun } from './model/runs.ts';
import { fold, type TaskState } from './model/state.ts';
import { allowedOperations } from './lifecycle/allowed-operations.ts';
import { deriveViews } from './view/derive-views.ts';

const steps = fc.array(
  fc.record({
    command: fc.nat({ max: RANDOM_COMMANDS.length - 1 }),
    random: fc.double({ min: 0, max: 0.999, noNaN: true }),
    settle: fc.boolean(),
  }),
  { minLength: 1, maxLength: 120 },
);

/** What must hold for every task whatever happened to it: the state never lies. */
function checkInvariants(state: TaskState): void {
  const views = deriveViews(state);
  if (!views) return;
  const { task, phases, runs, reviews } = views;
  const working = runs.filter((run) => run.status === 'started');
  if (task.agentStatus === 'running') expect(working.length).toBeGreaterThan(0);
  if (task.status === 'review') {
    const last = reviews.at(-1);
    expect(last?.phase).toBe(task.currentPhase);
    expect(['pending', 'in_review']).toContain(last?.status);
    expect(allowedOperations(task)).toContain('approve');
  } else {
    expect(allowedOperations(task)).not.toContain('approve');
  }
  if (task.status === 'failed') expect(task.failure).not.toBeNull();
  else expect(task.failure).toBeNull();
  expect(task.status === 'completed').toBe(task.progress === 100);
  phases.forEach((phase, index) => {
    if (phase.status !== 'pending') {
      for (const earlier of phases.slice(0, index)) expect(earlier.status).toBe('completed');
    }
    if (phase.status === 'completed' || phase.status === 'review') {
      for (const step of phase.steps) expect(step.status).toBe('completed');
    }
    expect(phase.steps.filter((step) => step.status === 'in_progress').length).toBeLessThanOrEqual(1);
  });
  expect(runs.filter((run) => run.status === 'requested').length).toBeLessThanOrEqual(1);
  if (task.status === 'pending') expect(runs.at(-1)?.status).toBe('requested');
  if (task.agentStatus === 'waiting_question' || task.agentStatus === 'waiting_dependency') {
    expect(working).toEqual([]);
    expect(isBlocked(state)).toBe(true);
    expect(task.blockedDetail).not.toBeNull();
  }
  if (task.status === 'failed') expect(countOpenAsks(state, false)).toBe(0);
  if (task.status === 'completed' || task.status === 'failed') expect(countOpenAsks(state, true)).toBe(0);
  for (const rework of views.reworks) expect(rework.attemptNumber).toBeLessThanOrEqual(3);
}

/** After the policies had their say, whatever does not work waits for something that can be named. */
function checkNotStuck(state: TaskState): void {
  const task = deriveViews(state)?.task;
  if (task?.status === 'in_progress' && !openRun(state.runs)) expect(task.blockedBy).not.toBeNull();
}

it('holds its invariants through any history of commands', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const scenario = new TaskScenario();
      for (const step of history) {
        doRandomStep(scenario, step);
        if (scenario.state) checkInvariants(scenario.state);
        if (scenario.state && step.settle) checkNotStuck(scenario.state);
      }
    }),
    { numRuns: 500 },
  );
});

it('holds them while its agents, verifiers and persons do what comes next, with anything in between', () => {
  const ways = fc.array(
    fc.record({
      forward: fc.boolean(),
      command: fc.nat({ max: RANDOM_COMMANDS.length - 1 }),
      random: fc.double({ min: 0, max: 0.999, noNaN: true }),
      settle: fc.boolean(),
    }),
    { minLength: 40, maxLength: 160 },
  );
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), ways, (type, history) => {
      const scenario = new TaskScenario();
      createRandomTask(scenario, type);
      for (const step of history) {
        if (step.forward) goForward(scenario, step.random);
        else doRandomStep(scenario, step);
        if (!scenario.state) continue;
        checkInvariants(scenario.state);
        if (step.settle && !step.forward) checkNotStuck(scenario.state);
      }
      for (const each of scenario.types()) seen.add(each);
    }),
    { numRuns: 300 },
  );
  for (const type of ['VerificationCompleted', 'ReworkStarted', 'ReviewChangesRequested', 'InputDelivered']) {
    expect(seen).toContain(type);
  }
});

it('is what its events say', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const scenario = new TaskScenario();
      for (const step of history) doRandomStep(scenario, step);
      expect(fold(scenario.events)).toEqual(scenario.state);
    }),
    { numRuns: 100 },
  );
});
