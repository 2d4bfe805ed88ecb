import type { TaskType } from '../task-types.ts';
import { createApp } from './create-app.ts';
import { custom } from './custom.ts';
import { modifyApp } from './modify-app.ts';
import { phaseOfTask, type PhaseDefinition, type Pipeline } from './pipeline.ts';

const PIPELINES: Partial<Record<TaskType, Pipeline>> = {
  create_app: createApp,
  modify_app: modifyApp,
  custom,
};

/** The pipeline of a task type, or undefined while this version does not run that type yet. */
export function findPipeline(type: TaskType): Pipeline | undefined {
  return PIPELINES[type];
}

/** The definition of one phase; undefined when the type or the number is unknown. */
export function findPhase(type: TaskType, number: number): PhaseDefinition | undefined {
  return findPipeline(type)?.phases[number - 1];
}

/** The definition of one phase of one task, with the task's id in its paths. */
export function findTaskPhase(type: TaskType, number: number, taskId: string): PhaseDefinition | undefined {
  const phase = findPhase(type, number);
  return phase && phaseOfTask(phase, taskId);
}

/** The task types that this version runs. */
export const AVAILABLE_TASK_TYPES = Object.keys(PIPELINES) as readonly TaskType[];
