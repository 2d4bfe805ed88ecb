import type { LocalizedText } from '../language.ts';
import type { TaskType } from '../task-types.ts';
import type { Criterion } from './criterion.ts';

/**
 * What a step must leave on disk.
 * `file`: exactly this path, relative to the workspace, not empty.
 * `any`: at least one file that matches one of the glob patterns (`*` within a folder, `**` across folders).
 */
export type OutputSpec =
  | {
      readonly kind: 'file';
      /** `{taskId}` in it stands for the id of the task. */
      readonly path: string;
      /** The sections that a document must have: a heading that contains one of the two names. */
      readonly sections?: readonly LocalizedText[];
    }
  | { readonly kind: 'any'; readonly patterns: readonly string[]; readonly label: string };

export interface StepDefinition {
  /** 1-based within its phase. */
  readonly number: number;
  readonly key: string;
  readonly name: LocalizedText;
  readonly outputs: readonly OutputSpec[];
}

export interface PhaseDefinition {
  /** 1-based within its pipeline. */
  readonly number: number;
  readonly key: string;
  readonly name: LocalizedText;
  /** What the phase is for, in one or two sentences to the agent. */
  readonly goal: string;
  /** Numbers of the phases that must be approved before this one starts. */
  readonly dependsOn: readonly number[];
  readonly steps: readonly StepDefinition[];
  /** What must be true before the phase goes to review. */
  readonly criteria: readonly Criterion[];
}

/** The phases of one task type, as data: a new task type is one new file in this folder. */
export interface Pipeline {
  readonly type: TaskType;
  readonly phases: readonly PhaseDefinition[];
}

/** A step that must write one document. */
export function documentStep(
  number: number,
  key: string,
  path: string,
  en: string,
  ko: string,
  sections: readonly LocalizedText[] = [],
): StepDefinition {
  return { number, key, name: { en, ko }, outputs: [{ kind: 'file', path, sections }] };
}

/** The phase with every `{taskId}` in its paths and patterns filled in. */
export function phaseOfTask(phase: PhaseDefinition, taskId: string): PhaseDefinition {
  const fill = (text: string): string => text.replaceAll('{taskId}', taskId);
  return {
    ...phase,
    steps: phase.steps.map((step) => ({
      ...step,
      outputs: step.outputs.map((output) =>
        output.kind === 'file'
          ? { ...output, path: fill(output.path) }
          : { ...output, patterns: output.patterns.map(fill) },
      ),
    })),
  };
}

/** The number of steps in all phases of a pipeline. */
export function countSteps(pipeline: Pipeline): number {
  return pipeline.phases.reduce((sum, phase) => sum + phase.steps.length, 0);
}
