import type { AgentStatusView } from '@ccs/contract';
import type { PhaseView, TaskView } from '@ccs/core/task/view/task-views';
import type { BlockedBy } from '@ccs/core/vocabulary/statuses';
import { findTaskPhase } from '@ccs/core/vocabulary/pipelines/registry';

const BLOCKED_REASONS = {
  queue: 'waiting for a free agent',
  review: 'waiting for your review',
  question: 'waiting for your answer',
  dependency: 'waiting for something only you can provide',
  paused: 'paused',
  interrupted: 'the server or the agent stopped while it worked; resume to go on',
} as const;

/** The agent status view (platform specification F). @param recent one-line summaries, newest last. */
export function toAgentStatus(
  task: TaskView,
  phases: readonly PhaseView[],
  recent: readonly string[],
): AgentStatusView {
  const phase = phases.find((candidate) => candidate.number === task.currentPhase);
  const definition = phase && findTaskPhase(task.type, phase.number, task.taskId);
  const step = definition?.steps.find((candidate) => candidate.number === task.currentStep);
  const document = step?.outputs.find((output) => output.kind === 'file');
  const completed = phase?.steps.filter((candidate) => candidate.status === 'completed') ?? [];
  const running = task.agentStatus === 'running';
  const { usage } = task;
  return {
    taskId: task.taskId,
    status: task.agentStatus,
    currentAction: running ? recent.at(-1) : undefined,
    currentPhase: task.currentPhase ?? undefined,
    currentStep: task.currentStep ?? undefined,
    progress: task.progress,
    blockedBy: task.blockedBy ?? undefined,
    blockedReason: task.blockedBy ? describeBlock(task.blockedBy, task.blockedDetail) : undefined,
    currentDocument: running && document?.kind === 'file' ? document.path : undefined,
    stepProgress: phase && {
      current: completed.length,
      total: phase.steps.length,
      completedSteps: completed.map((candidate) => `${phase.number}.${candidate.number}`),
    },
    recentActions: recent.slice(-5),
    tokensUsed:
      usage.inputTokens + usage.outputTokens + usage.cacheCreationInputTokens + usage.cacheReadInputTokens,
    lastUpdate: task.updatedAt,
  };
}

function describeBlock(blockedBy: BlockedBy, detail: string | null): string {
  return detail === null ? BLOCKED_REASONS[blockedBy] : `${BLOCKED_REASONS[blockedBy]}: ${detail}`;
}
