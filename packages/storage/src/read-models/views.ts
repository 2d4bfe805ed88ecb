import type { PhaseView, RunView, StepView, TaskView } from '@ccs/core/task/view/task-views';
import type { AgentStatusRow, PhaseRow, RunRow, StepRow, TaskRow } from '../schema/tables.ts';

/*
 * The way back from rows to views. The casts trust the columns: only the projections write them, from views.
 */

/** The view that a task's row and its agent status show. */
export function toTaskView(row: TaskRow & Omit<AgentStatusRow, 'task_id'>): TaskView {
  return {
    taskId: row.task_id,
    type: row.type,
    title: row.title,
    prompt: row.prompt,
    language: row.language,
    provider: row.provider,
    status: row.status,
    agentStatus: row.agent_status,
    blockedBy: row.blocked_by,
    blockedDetail: row.blocked_detail,
    progress: row.progress,
    currentPhase: row.current_phase,
    currentStep: row.current_step,
    workspacePath: row.workspace_path,
    sessionId: row.session_id,
    autoApprove: row.auto_approve === 1,
    gates: JSON.parse(row.gates),
    autoAccept: row.auto_accept === 1,
    questionTimeoutMinutes: row.question_timeout_minutes,
    source: parseOrNull(row.source),
    merged: parseOrNull(row.merged),
    priority: row.priority,
    failure: parseOrNull(row.failure),
    usage: JSON.parse(row.usage),
    workedMs: row.worked_ms,
    workingSince: row.working_since,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    startedAt: row.started_at,
    completedAt: row.completed_at,
  } as TaskView;
}

/** The view of a phase with its steps, which are in the order of their numbers. */
export function toPhaseView(row: PhaseRow, steps: readonly StepRow[]): PhaseView {
  return {
    taskId: row.task_id,
    number: row.number,
    status: row.status,
    attempts: row.attempts,
    startedAt: row.started_at,
    completedAt: row.completed_at,
    outputs: JSON.parse(row.outputs),
    reworkFor: row.rework_for,
    verificationId: row.verification_id,
    verifierFailures: row.verifier_failures,
    reworkAttempts: row.rework_attempts,
    baseCommit: row.base_commit,
    commit: row.commit,
    steps: steps.map(toStepView),
  } as PhaseView;
}

function toStepView(row: StepRow): StepView {
  return {
    number: row.number,
    status: row.status,
    evidence: row.evidence,
    startedAt: row.started_at,
    completedAt: row.completed_at,
  } as StepView;
}

export function toRunView(row: RunRow): RunView {
  return {
    runId: row.run_id,
    taskId: row.task_id,
    purpose: row.purpose,
    phase: row.phase,
    status: row.status,
    outcome: row.outcome,
    failure: parseOrNull(row.failure),
    usage: parseOrNull(row.usage),
    requestedAt: row.requested_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  } as RunView;
}

/** What a cell of JSON holds. */
export function parseOrNull(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
