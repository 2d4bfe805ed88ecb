import type { TaskViews } from '@ccs/core/task/view/derive-views';
import type { TaskRow } from '../schema/tables.ts';
import { waitingSince } from './waiting-since.ts';

/** Between title and prompt in the search text, so that no search matches across the two. */
const SEPARATOR = '\u001f';

/** Text as searches compare it. */
export function foldForSearch(text: string): string {
  return text.toLowerCase();
}

/** The row of `tasks` that shows these views. */
export function taskRow(views: TaskViews): TaskRow {
  const { task } = views;
  return {
    task_id: task.taskId,
    type: task.type,
    title: task.title,
    prompt: task.prompt,
    search_text: foldForSearch(`${task.title}${SEPARATOR}${task.prompt}`),
    language: task.language,
    provider: task.provider,
    status: task.status,
    progress: task.progress,
    current_phase: task.currentPhase,
    current_step: task.currentStep,
    workspace_path: task.workspacePath,
    session_id: task.sessionId,
    auto_approve: task.autoApprove ? 1 : 0,
    gates: JSON.stringify(task.gates),
    auto_accept: task.autoAccept ? 1 : 0,
    question_timeout_minutes: task.questionTimeoutMinutes,
    source: task.source && JSON.stringify(task.source),
    merged: task.merged && JSON.stringify(task.merged),
    priority: task.priority,
    failure: task.failure && JSON.stringify(task.failure),
    usage: JSON.stringify(task.usage),
    worked_ms: task.workedMs,
    working_since: task.workingSince,
    waiting_since: waitingSince(views),
    version: task.version,
    created_at: task.createdAt,
    updated_at: task.updatedAt,
    started_at: task.startedAt,
    completed_at: task.completedAt,
  };
}
