import type { ReworkAttemptDto, VerificationDto } from '@ccs/contract';
import type { ReworkView, TaskView, VerificationView } from '@ccs/core/task/view/task-views';
import { findPhase } from '@ccs/core/vocabulary/pipelines/registry';
import { toFailureDto } from './task-dto.ts';

export function toVerificationDto(task: TaskView, view: VerificationView): VerificationDto {
  const definitions = findPhase(task.type, view.phase)?.criteria ?? [];
  return {
    id: view.verificationId,
    taskId: view.taskId,
    phase: view.phase,
    runId: view.runId,
    verdict: view.verdict,
    criteria: view.criteria.map((criterion) => ({
      ...criterion,
      // A criterion that a later version dropped is still shown, under its key.
      name: definitions.find(({ key }) => key === criterion.key)?.name ?? {
        en: criterion.key,
        ko: criterion.key,
      },
      evidence: [...criterion.evidence],
    })),
    tests: view.tests,
    failure: view.failure && toFailureDto(view.failure),
    createdAt: view.createdAt,
  };
}

export function toReworkDto(view: ReworkView): ReworkAttemptDto {
  return {
    phase: view.phase,
    attemptNumber: view.attemptNumber,
    verificationId: view.verificationId,
    failedCriteria: [...view.failedCriteria],
    reworkPrompt: view.reworkPrompt,
    startedAt: view.startedAt,
    completedAt: view.completedAt,
    result: view.result,
  };
}
