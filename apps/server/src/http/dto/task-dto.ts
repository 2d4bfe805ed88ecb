import type { FailureDto, PhaseDto, RunDto, TaskDto, UsageDto } from '@ccs/contract';
import { allowedOperations } from '@ccs/core/task/lifecycle/allowed-operations';
import type { Usage } from '@ccs/core/task/model/usage';
import { gateOf } from '@ccs/core/task/review/gate';
import type { PhaseView, RunView, TaskView } from '@ccs/core/task/view/task-views';
import { workedTime } from '@ccs/core/task/view/worked-time';
import { FAILURES, type Failure } from '@ccs/core/vocabulary/failures';
import type { WorkspaceSource } from '@ccs/core/vocabulary/workspace-source';
import { findTaskPhase } from '@ccs/core/vocabulary/pipelines/registry';

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
    blockedDetail: view.blockedDetail,
    progress: view.progress,
    currentPhase: view.currentPhase,
    currentStep: view.currentStep,
    currentAction: view.agentStatus === 'running' ? currentAction : null,
    workspacePath: view.workspacePath,
    autoApprove: view.autoApprove,
    gates: { ...view.gates },
    autoAccept: view.autoAccept,
    questionTimeoutMinutes: view.questionTimeoutMinutes,
    workspace: view.source && {
      kind: view.source.kind,
      location: locationOf(view.source),
      merged: view.merged,
    },
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

/** A task by its id, a folder by its path, a repository by its address. */
function locationOf(source: WorkspaceSource): string {
  switch (source.kind) {
    case 'task':
      return source.taskId;
    case 'folder':
      return source.path;
    case 'git':
      return source.url;
  }
}

export function toFailureDto(failure: Failure): FailureDto {
  const { meaning, whatToDo } = FAILURES[failure.code];
  return { code: failure.code, message: meaning, whatToDo, details: failure.details ?? null };
}

export function toUsageDto(usage: Usage): UsageDto {
  const { costMicroUsd, ...tokens } = usage;
  return { ...tokens, totalCost: costMicroUsd / 1_000_000 };
}

/** @param runs those of this phase. */
export function toPhaseDto(task: TaskView, view: PhaseView, runs: readonly RunView[]): PhaseDto {
  const definition = findTaskPhase(task.type, view.number, task.taskId);
  if (!definition) throw new Error(`task type ${task.type} has no phase ${view.number}`);
  return {
    number: view.number,
    key: definition.key,
    name: definition.name.en,
    localizedName: definition.name,
    status: view.status,
    startedAt: view.startedAt,
    completedAt: view.completedAt,
    attempts: view.attempts,
    ...workedTime(runs),
    outputs: [...view.outputs],
    gate: gateOf(task, view.number),
    reworkFor: view.reworkFor,
    criteria: definition.criteria.map(({ key, name }) => ({ key, name })),
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
