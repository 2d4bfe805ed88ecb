import type { TaskState } from '@ccs/core/task/model/state';
import type { TaskViews } from '@ccs/core/task/view/derive-views';
import type { Row } from '../dialects/insert-rows.ts';
import type { AgentStatusRow, PhaseRow, RunRow, StepRow, Tables } from '../schema/tables.ts';
import { dependencyRows, messageRows, questionRows } from './ask-rows.ts';
import { feedbackRows, reviewRows, reworkRows, verificationRows } from './quality-rows.ts';
import { taskRow } from './task-row.ts';

/** How one table shows the views of a task. */
export interface TaskTable {
  readonly name: Exclude<keyof Tables, 'events' | 'jobs' | 'policy_positions' | 'secrets' | 'vault_keys'>;
  /** The columns that name a row. */
  readonly key: readonly string[];
  /** The part of the state that its rows follow from alone: while that stays the same, so do they. */
  readonly slice?: Exclude<keyof TaskState, 'version' | 'lifecycle'>;
  /** The rows of one task. */
  rows(views: TaskViews): readonly Row[];
}

/** The read models of tasks: together they hold exactly what `deriveViews` says. */
export const TASK_TABLES: readonly TaskTable[] = [
  { name: 'tasks', key: ['task_id'], rows: (views) => [taskRow(views)] },
  { name: 'agent_statuses', key: ['task_id'], rows: agentStatusRows },
  { name: 'phases', key: ['task_id', 'number'], slice: 'phases', rows: phaseRows },
  { name: 'steps', key: ['task_id', 'phase', 'number'], slice: 'phases', rows: stepRows },
  { name: 'runs', key: ['run_id'], slice: 'runs', rows: runRows },
  { name: 'reviews', key: ['review_id'], slice: 'reviews', rows: reviewRows },
  { name: 'feedback', key: ['feedback_id'], slice: 'reviews', rows: feedbackRows },
  { name: 'verifications', key: ['verification_id'], slice: 'verifications', rows: verificationRows },
  { name: 'rework_attempts', key: ['task_id', 'ordinal'], slice: 'verifications', rows: reworkRows },
  { name: 'questions', key: ['question_id'], slice: 'questions', rows: questionRows },
  { name: 'dependencies', key: ['dependency_id'], slice: 'dependencies', rows: dependencyRows },
  { name: 'messages', key: ['message_id'], slice: 'messages', rows: messageRows },
];

function agentStatusRows({ task }: TaskViews): readonly AgentStatusRow[] {
  return [
    {
      task_id: task.taskId,
      agent_status: task.agentStatus,
      blocked_by: task.blockedBy,
      blocked_detail: task.blockedDetail,
    },
  ];
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
    rework_for: phase.reworkFor,
    verification_id: phase.verificationId,
    verifier_failures: phase.verifierFailures,
    rework_attempts: phase.reworkAttempts,
    base_commit: phase.baseCommit,
    commit: phase.commit,
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
