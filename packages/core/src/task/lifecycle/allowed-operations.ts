import type { AgentStatus, BlockedBy, TaskOperation, TaskStatus } from '../../vocabulary/statuses.ts';
import type { TaskType } from '../../vocabulary/task-types.ts';
import type { TaskView } from '../view/task-views.ts';

/** The operations that are legal for a task as it stands. The one place that says so. */
export function allowedOperations(task: {
  readonly type: TaskType;
  readonly status: TaskStatus;
  readonly agentStatus: AgentStatus;
  readonly blockedBy: BlockedBy | null;
  readonly merged: TaskView['merged'];
}): readonly TaskOperation[] {
  return [...lifeOperations(task), ...typeOperations(task)];
}

/** Conversations can go on, and a change that is made can be merged once. */
function typeOperations(task: {
  readonly type: TaskType;
  readonly status: TaskStatus;
  readonly merged: TaskView['merged'];
}): readonly TaskOperation[] {
  if (task.type === 'custom' && task.status !== 'draft') return ['send_message'];
  return task.type === 'modify_app' && task.status === 'completed' && !task.merged ? ['merge'] : [];
}

function lifeOperations(task: {
  readonly status: TaskStatus;
  readonly blockedBy: BlockedBy | null;
}): readonly TaskOperation[] {
  switch (task.status) {
    case 'draft':
      return ['edit', 'execute', 'delete'];
    case 'pending':
      return ['edit', 'cancel'];
    case 'in_progress':
      if (task.blockedBy === 'paused' || task.blockedBy === 'interrupted')
        return ['edit', 'resume', 'cancel'];
      return ['edit', 'pause', 'cancel'];
    case 'review':
      return ['edit', 'approve', 'request_changes', 'cancel'];
    case 'completed':
      return ['delete'];
    case 'failed':
      return ['edit', 'execute', 'delete'];
  }
}
