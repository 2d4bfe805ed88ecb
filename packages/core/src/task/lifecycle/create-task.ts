import { DomainError } from '../../kernel/domain-error.ts';
import type { DecisionContext } from '../../kernel/handle-command.ts';
import { AVAILABLE_TASK_TYPES, findPipeline } from '../../vocabulary/pipelines/registry.ts';
import type { TaskEvent, TaskEventPayloads } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';

export interface CreateTaskInput {
  readonly task: TaskEventPayloads['TaskCreated'];
  /** Queue it at once instead of leaving it a draft. */
  readonly execute: boolean;
}

/** Registers a task. Creating the same task again changes nothing. */
export function createTask(
  state: TaskState | null,
  { task, execute }: CreateTaskInput,
  context: DecisionContext,
): readonly TaskEvent[] {
  if (state !== null) return [];
  const pipeline = findPipeline(task.taskType);
  if (!pipeline) {
    throw new DomainError({
      code: 'task_type_unavailable',
      type: task.taskType,
      available: AVAILABLE_TASK_TYPES,
    });
  }
  const created: TaskEvent = { type: 'TaskCreated', payload: task };
  if (!execute) return [created];
  const runId = context.ids.next('run');
  const first = pipeline.phases[0];
  return [
    created,
    { type: 'TaskQueued', payload: {} },
    {
      type: 'RunRequested',
      payload: { runId, purpose: first ? 'phase' : 'chat', phase: first?.number ?? 0 },
    },
  ];
}
