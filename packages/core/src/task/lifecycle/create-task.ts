import { DomainError } from '../../kernel/domain-error.ts';
import { AVAILABLE_TASK_TYPES, findPipeline } from '../../vocabulary/pipelines/registry.ts';
import type { TaskEvent, TaskEventPayloads } from '../model/events.ts';
import type { TaskState } from '../model/state.ts';

export type CreateTaskInput = TaskEventPayloads['TaskCreated'];

/** Registers a task as a draft. Creating the same task again changes nothing. */
export function createTask(state: TaskState | null, input: CreateTaskInput): readonly TaskEvent[] {
  if (state !== null) return [];
  if (!findPipeline(input.taskType)) {
    throw new DomainError({
      code: 'task_type_unavailable',
      type: input.taskType,
      available: AVAILABLE_TASK_TYPES,
    });
  }
  return [{ type: 'TaskCreated', payload: input }];
}
