import type { TaskViews } from '@ccs/core/task/view/derive-views';
import type { Row } from '../dialects/insert-rows.ts';
import type { AgentStatusRow, PhaseRow, ReviewRow, RunRow, StepRow } from '../schema/tables.ts';
import { taskRow } from './task-row.ts';

/** How one table shows the views of a task. */
export interface TaskTable {
  readonly name: 'tasks' | 'agent_statuses' | 'phases' | 'steps' | 'runs' | 'reviews';
  /** The columns that name a row. */
  readonly key: readonly string[];
  /** The rows of one task. */
  rows(views: TaskViews): readonly Row[];
}

/** The read models of tasks: together they hold exactly what `deriveViews` says. */
export const TASK_TABLES: readonly TaskTable[] = [
  { name: 'tasks', key: ['task_id'], rows: (views) => [taskRow(views.task)] },
  { name: 'agent_statuses', key: ['task_id'], rows: agentStatusRows },
  { name: 'phases', key: ['task_id', 'number'], rows: phaseRows },
  { name: 'steps', key: ['task_id', 'phase', 'number'], rows: stepRows },
  { name: 'runs', key: ['run_id'], rows: runRows },
  { name: 'reviews', key: ['review_id'], rows: reviewRows },
];

function agentStatusRows({ task }: TaskViews): readonly AgentStatusRow[] {
  return [{ task_id: task.taskId, agent_status: task.agentStatus, blocked_by: task.blockedBy }];
}

function phaseRows({ phases }: TaskViews): readonly PhaseRow[] {
  return phases.map((phase) => ({
    task_id: phase.taskId,
    number: phase.number,
    status: phase.status,
    attempts: phase.attempts,
    started_at: phase.startedAt,
    completed_at: phase.completedAt,
    outputs: JSON.stringify(phase.outputs),
  }));
}

function stepRows({ phases }: TaskViews): readonly StepRow[] {
  return phases.flatMap((phase) =>
    phase.steps.map((step) => ({
      task_id: phase.taskId,
      phase: phase.number,
      number: step.number,
      status: step.status,
      evidence: step.evidence,
      started_at: step.startedAt,
      completed_at: step.completedAt,
    })),
  );
}

function runRows({ runs }: TaskViews): readonly RunRow[] {
  return runs.map((run, ordinal) => ({
    run_id: run.runId,
    task_id: run.taskId,
    ordinal,
    purpose: run.purpose,
    phase: run.phase,
    status: run.status,
    outcome: run.outcome,
    failure: run.failure && JSON.stringify(run.failure),
    usage: run.usage && JSON.stringify(run.usage),
    requested_at: run.requestedAt,
    started_at: run.startedAt,
    ended_at: run.endedAt,
  }));
}

function reviewRows({ reviews }: TaskViews): readonly ReviewRow[] {
  return reviews.map((review, ordinal) => ({
    review_id: review.reviewId,
    task_id: review.taskId,
    ordinal,
    phase: review.phase,
    round: review.round,
    status: review.status,
    files: JSON.stringify(review.files),
    created_at: review.createdAt,
    resolved_at: review.resolvedAt,
    resolved_by: review.resolvedBy,
    note: review.note,
  }));
}
