import type { FailureDto, PhaseDto, ReviewDto, RunDto, TaskDto, UsageDto } from '@ccs/contract';
import { allowedOperations } from '@ccs/core/task/lifecycle/allowed-operations';
import type { Usage } from '@ccs/core/task/model/usage';
import type { PhaseView, ReviewView, RunView, TaskView } from '@ccs/core/task/view/task-views';
import { FAILURES, type Failure } from '@ccs/core/vocabulary/failures';
import { findPhase } from '@ccs/core/vocabulary/pipelines/registry';
import type { TaskType } from '@ccs/core/vocabulary/task-types';

/** @param currentAction what the running agent did last, in one line. */
export function toTaskDto(view: TaskView, currentAction: string | null): TaskDto {
  return {
    id: view.taskId,
    type: view.type,
    title: view.title,
    prompt: view.prompt,
    language: view.language,
    provider: view.provider,
    status: view.status,
    agentStatus: view.agentStatus,
    blockedBy: view.blockedBy,
    progress: view.progress,
    currentPhase: view.currentPhase,
    currentStep: view.currentStep,
    currentAction: view.agentStatus === 'running' ? currentAction : null,
    workspacePath: view.workspacePath,
    autoApprove: view.autoApprove,
    priority: view.priority,
    dependsOn: [],
    createdAt: view.createdAt,
    updatedAt: view.updatedAt,
    startedAt: view.startedAt,
    completedAt: view.completedAt,
    failure: view.failure && toFailureDto(view.failure),
    usage: toUsageDto(view.usage),
    workedMs: view.workedMs,
    workingSince: view.workingSince,
    allowedOperations: [...allowedOperations(view)],
    version: view.version,
  };
}

export function toFailureDto(failure: Failure): FailureDto {
  const { meaning, whatToDo } = FAILURES[failure.code];
  return { code: failure.code, message: meaning, whatToDo, details: failure.details ?? null };
}

export function toUsageDto(usage: Usage): UsageDto {
  const { costMicroUsd, ...tokens } = usage;
  return { ...tokens, totalCost: costMicroUsd / 1_000_000 };
}

export function toPhaseDto(type: TaskType, view: PhaseView): PhaseDto {
  const definition = findPhase(type, view.number);
  if (!definition) throw new Error(`task type ${type} has no phase ${view.number}`);
  return {
    number: view.number,
    key: definition.key,
    name: definition.name.en,
    localizedName: definition.name,
    status: view.status,
    startedAt: view.startedAt,
    completedAt: view.completedAt,
    attempts: view.attempts,
    outputs: [...view.outputs],
    steps: definition.steps.map((step, index) => ({
      number: step.number,
      key: step.key,
      name: step.name.en,
      localizedName: step.name,
      status: view.steps[index]?.status ?? 'pending',
      evidence: view.steps[index]?.evidence ?? null,
      outputs: step.outputs.flatMap((output) => (output.kind === 'file' ? [output.path] : [])),
      startedAt: view.steps[index]?.startedAt ?? null,
      completedAt: view.steps[index]?.completedAt ?? null,
    })),
  };
}

export function toRunDto(view: RunView): RunDto {
  const { runId, failure, usage, ...rest } = view;
  return {
    ...rest,
    id: runId,
    failure: failure && toFailureDto(failure),
    usage: usage && toUsageDto(usage),
  };
}

export function toReviewDto(view: ReviewView): ReviewDto {
  const { reviewId, ...rest } = view;
  return { ...rest, id: reviewId, files: [...view.files], feedback: [] };
}
