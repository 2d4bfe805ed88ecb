import type { AgentStatus, TaskStatus } from '../../vocabulary/statuses.ts';
import type { BlockedBy } from '../view/task-views.ts';

/** What a person or an agent manager can do with a task (platform specification A2). */
export type TaskOperation = 'edit' | 'execute' | 'pause' | 'resume' | 'cancel' | 'approve' | 'delete';

/** The operations that are legal for a task as it stands. The one place that says so. */
export function allowedOperations(task: {
  readonly status: TaskStatus;
  readonly agentStatus: AgentStatus;
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
      return ['edit', 'approve', 'cancel'];
    case 'completed':
      return ['delete'];
    case 'failed':
      return ['edit', 'execute', 'delete'];
  }
}
