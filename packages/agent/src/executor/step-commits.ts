import type { PhaseDefinition, StepDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import type { CommitOptions, WorkspaceRepository } from '../workspace/workspace-repository.ts';
import { messageOf } from './message-of.ts';

/**
 * Commits each completed step behind the agent's back, and the phase at its end. Only the last commit must succeed: it has
 * everything. The declared outputs are in it also when the project ignores them, because they are what is reviewed.
 */
export class StepCommits {
  readonly #repository: WorkspaceRepository;
  readonly #phase: PhaseDefinition;
  readonly #onError: (message: string) => void;
  readonly #pending: Promise<void>[] = [];

  constructor(repository: WorkspaceRepository, phase: PhaseDefinition, onError: (message: string) => void) {
    this.#repository = repository;
    this.#phase = phase;
    this.#onError = onError;
  }

  /**
   * Starts the commit of a step: its documents, or everything when it has no fixed outputs. Each step has a commit,
   * also when another one took its files or it only ran something.
   */
  step(step: StepDefinition): void {
    const paths = filesOf(step);
    const fixed = paths.length > 0 && paths.length === step.outputs.length;
    this.#commit(`Phase ${this.#phase.number}.${step.number}: ${step.name.en}`, {
      paths: fixed ? paths : undefined,
      force: paths,
      allowEmpty: true,
    });
  }

  /** Starts the commit of everything that no step took. */
  phase(): void {
    this.#commit(...this.#everything());
  }

  /** Commits what is left when all is done, after the commits that were started. @throws Error with git's words */
  async finish(): Promise<void> {
    await this.settled();
    await this.#repository.commit(...this.#everything());
  }

  /** Resolves when all commits that were started are done. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }

  #everything(): [message: string, options: CommitOptions] {
    const { number, name, steps } = this.#phase;
    return [`Phase ${number}: ${name.en}`, { force: steps.flatMap(filesOf) }];
  }

  #commit(message: string, options?: CommitOptions): void {
    this.#pending.push(
      this.#repository.commit(message, options).then(
        () => undefined,
        (error: unknown) => this.#onError(messageOf(error)),
      ),
    );
  }
}

function filesOf(step: StepDefinition): readonly string[] {
  return step.outputs.flatMap((output) => (output.kind === 'file' ? [output.path] : []));
}
