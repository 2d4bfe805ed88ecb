import type { OutputSpec, PhaseDefinition, StepDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import type { StepEvidence } from '@ccs/core/vocabulary/statuses';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shortfall } from '../prompt/continuation-prompt.ts';
import { describeOutput } from '../prompt/describe-steps.ts';
import { missingOutputs } from '../workspace/outputs.ts';

/** The platform's answer to a claim of the agent: what is still missing; nothing = accepted. */
export type ClaimAnswer = readonly string[];

/**
 * What of a phase is done, as the disk shows it. Claims (by marker or tool) count only when the outputs are there;
 * a step also completes when its files were written, without a claim.
 */
export class PhaseProgress {
  readonly #phase: PhaseDefinition;
  readonly #workspace: string;
  readonly #onStep: (step: StepDefinition, evidence: StepEvidence) => void;
  readonly #completed: Set<number>;
  readonly #refused = new Set<number>();
  #before = new Map<string, string>();
  #claimed = false;
  #phaseRefused = false;

  constructor(options: {
    readonly phase: PhaseDefinition;
    readonly workspace: string;
    readonly completedSteps: readonly number[];
    readonly onStep: (step: StepDefinition, evidence: StepEvidence) => void;
  }) {
    this.#phase = options.phase;
    this.#workspace = options.workspace;
    this.#completed = new Set(options.completedSteps);
    this.#onStep = options.onStep;
  }

  /** Remembers the files that are there before the agent starts: only what it writes counts as written. */
  async start(): Promise<void> {
    for (const step of this.#phase.steps) {
      for (const output of step.outputs) {
        if (output.kind === 'file') this.#before.set(output.path, await this.#signature(output.path));
      }
    }
  }

  /** The agent says that a step is complete. */
  async claimStep(number: number, evidence: 'marker' | 'tool'): Promise<ClaimAnswer> {
    const step = this.#phase.steps.find((candidate) => candidate.number === number);
    if (!step) return [`phase ${this.#phase.number} has no step ${number}`];
    const missing = await this.#missingOf(step);
    if (missing.length === 0) this.#complete(step, evidence);
    else this.#refused.add(number);
    return missing;
  }

  /** The agent says that the phase is complete. */
  async claimPhase(): Promise<ClaimAnswer> {
    const missing = await this.missing();
    this.#claimed = true;
    this.#phaseRefused = missing.length > 0;
    return missing;
  }

  /** Completes the steps whose files have all been written since the start. Only looks at files of open steps. */
  async noticeFiles(): Promise<void> {
    for (const step of this.#phase.steps) {
      if (!this.#completed.has(step.number) && (await this.#isWritten(step))) this.#complete(step, 'files');
    }
  }

  /** At the end of a turn: what is lacking, or null when the phase is complete. Forgets claims that were not true. */
  async shortfall(): Promise<Shortfall | null> {
    const missing = await this.missing();
    if (this.#claimed && missing.length === 0) return null;
    const shortfall: Shortfall = {
      missing,
      refusedSteps: [...this.#refused]
        .filter((number) => !this.#completed.has(number))
        .map((number) => `${this.#phase.number}.${number}`),
      phaseRefused: this.#phaseRefused,
    };
    this.#claimed = false;
    this.#phaseRefused = false;
    this.#refused.clear();
    return shortfall;
  }

  /** The phase is complete: so are the steps that nobody claimed. */
  completeRemaining(): void {
    for (const step of this.#phase.steps) this.#complete(step, 'phase');
  }

  #complete(step: StepDefinition, evidence: StepEvidence): void {
    if (this.#completed.has(step.number)) return;
    this.#completed.add(step.number);
    this.#onStep(step, evidence);
  }

  /** Outputs that are not on disk, each in a line. */
  async missing(): Promise<readonly string[]> {
    const outputs = this.#phase.steps.flatMap((step) => step.outputs.map((output) => ({ step, output })));
    const missing = new Set(
      await missingOutputs(
        this.#workspace,
        outputs.map(({ output }) => output),
      ),
    );
    return outputs
      .filter(({ output }) => missing.has(output))
      .map(({ step, output }) => this.#describe(step, output));
  }

  async #missingOf(step: StepDefinition): Promise<readonly string[]> {
    const missing = await missingOutputs(this.#workspace, step.outputs);
    return missing.map((output) => this.#describe(step, output));
  }

  #describe(step: StepDefinition, output: OutputSpec): string {
    return `${this.#phase.number}.${step.number} ${step.name.en}: ${describeOutput(output)}`;
  }

  async #isWritten(step: StepDefinition): Promise<boolean> {
    if (step.outputs.length === 0 || step.outputs.some((output) => output.kind !== 'file')) return false;
    const paths = step.outputs.flatMap((output) => (output.kind === 'file' ? [output.path] : []));
    let changed = false;
    for (const path of paths) {
      const now = await this.#signature(path);
      if (now === '') return false;
      if (now !== this.#before.get(path)) changed = true;
    }
    return changed && (await missingOutputs(this.#workspace, step.outputs)).length === 0;
  }

  async #signature(path: string): Promise<string> {
    const found = await stat(join(this.#workspace, path)).catch(() => null);
    return found?.isFile() && found.size > 0 ? `${found.ino}:${found.size}:${found.mtimeMs}` : '';
  }
}
