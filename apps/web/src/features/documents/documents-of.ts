import type { PhaseDto } from '@ccs/contract';

/** A document of a task. */
export interface TaskDocument {
  readonly path: string;
  /** Its step's name; null for a document that no step promises. */
  readonly name: PhaseDto['localizedName'] | null;
  readonly phase: number;
  /** The agent is at work on it; it may not exist yet. */
  readonly isBeingWritten: boolean;
}

/** The documents that exist or are being written, in the order of the phases and their steps. */
export function documentsOf(phases: readonly PhaseDto[]): TaskDocument[] {
  return phases.flatMap((phase) => {
    const promised = phase.steps.flatMap((step) =>
      step.status === 'pending'
        ? []
        : step.outputs.filter(isDocument).map((path) => ({
            path,
            name: step.localizedName,
            phase: phase.number,
            isBeingWritten: step.status !== 'completed',
          })),
    );
    const others = phase.outputs
      .filter(({ path, kind }) => kind === 'document' && promised.every((document) => document.path !== path))
      .map(({ path }) => ({ path, name: null, phase: phase.number, isBeingWritten: false }));
    return [...promised, ...others];
  });
}

function isDocument(path: string): boolean {
  return path.endsWith('.md');
}
