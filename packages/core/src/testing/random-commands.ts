import { DomainError } from '../kernel/domain-error.ts';
import type { Reaction } from '../policies/policy.ts';
import { cancelTask } from '../task/lifecycle/cancel-task.ts';
import { createTask } from '../task/lifecycle/create-task.ts';
import { deleteTask } from '../task/lifecycle/delete-task.ts';
import { editTask } from '../task/lifecycle/edit-task.ts';
import { executeTask } from '../task/lifecycle/execute-task.ts';
import { pauseTask } from '../task/lifecycle/pause-task.ts';
import { resumeTask } from '../task/lifecycle/resume-task.ts';
import { completeStep } from '../task/phase/complete-step.ts';
import { approveReview } from '../task/review/approve-review.ts';
import { endRun } from '../task/run/end-run.ts';
import { startRun } from '../task/run/start-run.ts';
import type { TaskState } from '../task/model/state.ts';
import { aTask, type TaskScenario } from './task-scenario.ts';

/** A random number from 0 to 1 chooses the particulars of a command. */
type RandomCommand = (scenario: TaskScenario, random: number) => Reaction;

const pickRun = (state: TaskState | null, random: number) =>
  state?.runs[Math.floor(random * state.runs.length)]?.runId ?? 'run_none';
const usage = (random: number) => ({
  inputTokens: Math.floor(random * 1000),
  outputTokens: Math.floor(random * 100),
  cacheCreationInputTokens: 7,
  cacheReadInputTokens: 11,
  costMicroUsd: Math.floor(random * 1_000_000),
});
const outputs = [{ path: 'docs/planning/01_idea.md', kind: 'document', sizeBytes: 1234 }] as const;

/** Everything that persons, agents and the platform can do to a task; many are refused, as in life. */
export const RANDOM_COMMANDS: readonly RandomCommand[] = [
  (_, random) => (state, context) => createTask(state, { task: aTask, execute: random < 0.5 }, context),
  ({ taskId }) =>
    (state, context) =>
      executeTask(state, { taskId }, context),
  ({ taskId }) =>
    (state) =>
      pauseTask(state, { taskId }),
  ({ taskId }) =>
    (state, context) =>
      resumeTask(state, { taskId }, context),
  ({ taskId }, random) =>
    (state) =>
      random < 0.3 ? cancelTask(state, { taskId }) : [],
  ({ taskId }, random) =>
    (state) =>
      random < 0.1 ? deleteTask(state, { taskId, removeFiles: random < 0.05 }) : [],
  ({ taskId }, random) =>
    (state) =>
      editTask(state, {
        taskId,
        changes: random < 0.5 ? { autoApprove: random < 0.25 } : { title: `T${random}` },
      }),
  ({ taskId }) =>
    (state) =>
      approveReview(state, {
        taskId,
        reviewId: state?.reviews.at(-1)?.reviewId ?? 'review_none',
        note: 'good',
      }),
  () => (state) => startRun(state, { runId: state?.runs.at(-1)?.runId ?? 'run_none' }),
  (_, random) => (state) =>
    completeStep(state, {
      runId: pickRun(state, 0.99),
      step: 1 + Math.floor(random * 10),
      evidence: 'marker',
    }),
  (_, random) => (state) =>
    endRun(state, { runId: pickRun(state, 0.99), outcome: 'completed', outputs, usage: usage(random) }),
  (_, random) => (state) =>
    endRun(state, {
      runId: pickRun(state, random),
      outcome: 'failed',
      failure: { code: 'agent_exited', details: `exit ${random}` },
      usage: usage(random),
    }),
  (_, random) => (state) =>
    endRun(state, { runId: pickRun(state, random), outcome: 'interrupted', usage: usage(random) }),
  (_, random) => (state) => endRun(state, { runId: pickRun(state, random), outcome: 'crashed' }),
];

/** One step of a random history: which command, with which particulars, and whether policies react after it. */
export interface RandomStep {
  readonly command: number;
  readonly random: number;
  readonly settle: boolean;
}

/** Does one step; a command that the domain refuses changes nothing. */
export function doRandomStep(scenario: TaskScenario, step: RandomStep): void {
  const command = RANDOM_COMMANDS[step.command % RANDOM_COMMANDS.length];
  try {
    if (command) scenario.when(command(scenario, step.random));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  if (step.settle) scenario.settle();
}
