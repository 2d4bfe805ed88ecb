import type { AgentRun, PhaseRun, ReworkBrief, VerifyRun, WorkingRun } from '@ccs/core/ports/agent-runner';
import { pendingInput, permissionGrants } from '@ccs/core/task/model/pending-input';
import { latestReview } from '@ccs/core/task/model/reviews';
import { countStarts, type RunState } from '@ccs/core/task/model/runs';
import type { PhaseState } from '@ccs/core/task/model/phases';
import type { TaskState } from '@ccs/core/task/model/state';
import { openFeedback } from '@ccs/core/task/review/open-feedback';
import type { PhaseDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import { findTaskPhase } from '@ccs/core/vocabulary/pipelines/registry';
import { randomUUID } from 'node:crypto';

type Environment = Readonly<Record<string, string>>;

function describeAgentRun({ lifecycle }: TaskState, { runId }: RunState, environment: Environment): AgentRun {
  return {
    runId,
    taskId: lifecycle.taskId,
    title: lifecycle.title,
    prompt: lifecycle.prompt,
    language: lifecycle.language,
    provider: lifecycle.provider,
    workspacePath: lifecycle.workspacePath,
    source: lifecycle.source,
    sessionId: lifecycle.sessionId,
    environment,
  };
}

/** What the executor must know of a run in the task's own session. */
export function describeWorkingRun(state: TaskState, run: RunState, environment: Environment): WorkingRun {
  return {
    ...describeAgentRun(state, run, environment),
    autoAccept: state.lifecycle.autoAccept,
    grants: permissionGrants(state),
    input: pendingInput(state),
  };
}

export function describePhaseRun(state: TaskState, run: RunState, environment: Environment): PhaseRun {
  const { phase, progress } = phaseOf(state, run);
  return {
    ...describeWorkingRun(state, run, environment),
    phase,
    attempt: countStarts(state.runs, phase.number),
    completedSteps: progress.steps.filter((step) => step.status === 'completed').map((step) => step.number),
    rework: describeRework(state, progress),
  };
}

/** A verifier has a session of its own, new for each run: nothing that the agent said is in it. */
export function describeVerifyRun(state: TaskState, run: RunState, environment: Environment): VerifyRun {
  const { phase } = phaseOf(state, run);
  return { ...describeAgentRun(state, run, environment), sessionId: randomUUID(), phase };
}

function phaseOf(state: TaskState, run: RunState): { phase: PhaseDefinition; progress: PhaseState } {
  const { taskType, taskId } = state.lifecycle;
  const phase = findTaskPhase(taskType, run.phase, taskId);
  const progress = state.phases[run.phase - 1];
  if (!phase || !progress)
    throw new Error(`run ${run.runId} is for phase ${run.phase}, which does not exist`);
  return { phase, progress };
}

function describeRework(state: TaskState, phase: PhaseState): ReworkBrief | null {
  if (phase.reworkFor === 'verification') {
    const rework = state.verifications.reworks.findLast((each) => each.phase === phase.number);
    return rework
      ? { kind: 'verification', attempt: rework.attemptNumber, prompt: rework.reworkPrompt }
      : null;
  }
  if (phase.reworkFor === 'review') {
    return {
      kind: 'review',
      summary: latestReview(state.reviews, phase.number)?.note ?? null,
      feedback: openFeedback(state, phase.number),
    };
  }
  return null;
}
