import type { DecisionContext } from '../../kernel/handle-command.ts';
import type { TaskId } from '../../vocabulary/ids.ts';
import { requireTask } from '../lifecycle/require-task.ts';
import type { TaskEvent } from '../model/events.ts';
import { openRun } from '../model/runs.ts';
import type { TaskState } from '../model/state.ts';
import { requestRun } from '../run/request-run.ts';

/** Asks for an agent on the next phase; completes the task when every phase is complete. */
export function advanceTask(
  state: TaskState | null,
  input: { readonly taskId: TaskId },
  context: DecisionContext,
): readonly TaskEvent[] {
  const task = requireTask(state, input.taskId);
  if (task.lifecycle.status !== 'in_progress') return [];
  if (openRun(task.runs)?.status === 'requested') return [];
  if (task.phases.some((phase) => phase.status === 'verifying')) return [];
  const phasesDone = task.phases.every((phase) => phase.status === 'completed');
  return [phasesDone ? { type: 'TaskCompleted', payload: {} } : requestRun(task, context)];
}
