import { countSteps } from '../../vocabulary/pipelines/pipeline.ts';
import { findPipeline } from '../../vocabulary/pipelines/registry.ts';
import type { AgentStatus, BlockedBy } from '../../vocabulary/statuses.ts';
import { blockingAsks } from '../model/blocking-asks.ts';
import { openRun } from '../model/runs.ts';
import type { TaskState } from '../model/state.ts';
import { workedTime } from './worked-time.ts';
import { addUsage, NO_USAGE } from '../model/usage.ts';
import type {
  DependencyView,
  MessageView,
  PhaseView,
  QuestionView,
  ReviewView,
  ReworkView,
  RunView,
  TaskView,
  VerificationView,
} from './task-views.ts';

/** All read-model rows of one task. */
export interface TaskViews {
  readonly task: TaskView;
  readonly phases: readonly PhaseView[];
  readonly runs: readonly RunView[];
  readonly reviews: readonly ReviewView[];
  readonly questions: readonly QuestionView[];
  readonly dependencies: readonly DependencyView[];
  readonly verifications: readonly VerificationView[];
  readonly reworks: readonly ReworkView[];
  readonly messages: readonly MessageView[];
}

/**
 * What queries show of a state. The read models are exactly this, written out in the transaction of the events;
 * so the state as of any time has the same shape. `null` for a deleted task.
 */
export function deriveViews(state: TaskState): TaskViews | null {
  const { lifecycle, phases, runs, reviews, verifications } = state;
  if (lifecycle.deleted) return null;
  const { taskId } = lifecycle;
  return {
    task: deriveTask(state),
    phases: phases.map((phase) => ({ taskId, ...phase })),
    runs: runs.map((run) => ({ taskId, ...run })),
    reviews: reviews.map((review) => ({ taskId, ...review })),
    questions: state.questions.map((question) => ({ taskId, ...question })),
    dependencies: state.dependencies.map((dependency) => ({ taskId, ...dependency })),
    verifications: verifications.reports.map((report) => ({ taskId, ...report })),
    reworks: verifications.reworks.map((rework) => ({ taskId, ...rework })),
    messages: state.messages.map((message) => ({ taskId, ...message })),
  };
}

function deriveTask(state: TaskState): TaskView {
  const { lifecycle, phases, runs } = state;
  const current = phases.find((phase) => phase.status !== 'completed' && phase.status !== 'pending');
  const step =
    current?.status === 'in_progress' || current?.status === 'failed'
      ? current.steps.find((candidate) => candidate.status === 'in_progress')
      : undefined;
  return {
    taskId: lifecycle.taskId,
    type: lifecycle.taskType,
    title: lifecycle.title,
    prompt: lifecycle.prompt,
    language: lifecycle.language,
    provider: lifecycle.provider,
    status: lifecycle.status,
    ...deriveAgentStatus(state),
    blockedDetail: deriveBlockedDetail(state),
    progress: deriveProgress(state),
    currentPhase: current?.number ?? null,
    currentStep: step?.number ?? null,
    workspacePath: lifecycle.workspacePath,
    sessionId: lifecycle.sessionId,
    autoApprove: lifecycle.autoApprove,
    gates: lifecycle.gates,
    autoAccept: lifecycle.autoAccept,
    questionTimeoutMinutes: lifecycle.questionTimeoutMinutes,
    source: lifecycle.source,
    merged: lifecycle.merged,
    priority: lifecycle.priority,
    failure: lifecycle.failure,
    usage: runs.reduce((sum, run) => (run.usage ? addUsage(sum, run.usage) : sum), NO_USAGE),
    ...workedTime(runs),
    version: state.version,
    createdAt: lifecycle.createdAt,
    updatedAt: lifecycle.updatedAt,
    startedAt: lifecycle.startedAt,
    completedAt: lifecycle.completedAt,
  };
}

/** What the agent of a task is doing, and what it waits for when it does nothing. Never says running without a run. */
export function deriveAgentStatus(state: TaskState): {
  agentStatus: AgentStatus;
  blockedBy: BlockedBy | null;
} {
  const { lifecycle, runs } = state;
  switch (lifecycle.status) {
    case 'draft':
      return { agentStatus: 'idle', blockedBy: null };
    case 'pending':
      return { agentStatus: 'idle', blockedBy: 'queue' };
    case 'review':
      return { agentStatus: 'waiting_review', blockedBy: 'review' };
    case 'completed':
      return { agentStatus: 'completed', blockedBy: null };
    case 'failed':
      return { agentStatus: 'failed', blockedBy: null };
    case 'in_progress': {
      const run = openRun(runs);
      if (run?.status === 'started') {
        return { agentStatus: run.purpose === 'verify' ? 'verifying' : 'running', blockedBy: null };
      }
      if (lifecycle.paused) return { agentStatus: 'paused', blockedBy: 'paused' };
      if (run) return { agentStatus: 'idle', blockedBy: 'queue' };
      const { questions, dependencies } = blockingAsks(state);
      if (dependencies.length > 0) return { agentStatus: 'waiting_dependency', blockedBy: 'dependency' };
      if (questions.length > 0) return { agentStatus: 'waiting_question', blockedBy: 'question' };
      const lastOutcome = runs.at(-1)?.outcome;
      if (lastOutcome === 'crashed' || lastOutcome === 'interrupted') {
        return { agentStatus: 'error', blockedBy: 'interrupted' };
      }
      return { agentStatus: 'idle', blockedBy: null };
    }
  }
}

function deriveBlockedDetail(state: TaskState): string | null {
  const { blockedBy } = deriveAgentStatus(state);
  const { questions, dependencies } = blockingAsks(state);
  if (blockedBy === 'dependency') return dependencies[0]?.name ?? null;
  return blockedBy === 'question' ? (questions[0]?.question ?? null) : null;
}

/** Completed steps of all steps of the pipeline, in whole percent; 100 only for a completed task. */
function deriveProgress(state: TaskState): number {
  if (state.lifecycle.status === 'completed') return 100;
  const pipeline = findPipeline(state.lifecycle.taskType);
  const total = pipeline ? countSteps(pipeline) : 0;
  if (total === 0) return 0;
  const done = state.phases
    .flatMap((phase) => phase.steps)
    .filter((step) => step.status === 'completed').length;
  return Math.min(99, Math.floor((100 * done) / total));
}
