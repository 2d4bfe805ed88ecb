import type { OutputFile } from '../task/model/events.ts';
import type { Usage } from '../task/model/usage.ts';
import type { Failure } from '../vocabulary/failures.ts';
import type { RunId, TaskId } from '../vocabulary/ids.ts';
import type { Language } from '../vocabulary/language.ts';
import type { PhaseDefinition } from '../vocabulary/pipelines/pipeline.ts';
import type { ModelProvider, StepEvidence } from '../vocabulary/statuses.ts';
import type { NewLogLine } from './task-log.ts';

/** One phase of one task, to be worked on by one agent process. */
export interface PhaseRun {
  readonly runId: RunId;
  readonly taskId: TaskId;
  readonly title: string;
  readonly prompt: string;
  readonly language: Language;
  readonly provider: ModelProvider;
  readonly workspacePath: string;
  /** The Claude session of the task; resumed when its transcript exists, created otherwise. */
  readonly sessionId: string;
  readonly phase: PhaseDefinition;
  /** 1 for the first start of the phase; higher ones continue what is there. */
  readonly attempt: number;
  /** Steps that are done already. */
  readonly completedSteps: readonly number[];
}

/** What a run tells while it goes on. Each call resolves when the fact is stored. */
export interface RunReporter {
  log(lines: readonly NewLogLine[]): Promise<void>;
  stepCompleted(step: number, evidence: StepEvidence): Promise<void>;
}

/** How a run ended, as the executor saw it. */
export type RunResult =
  | { readonly outcome: 'completed'; readonly outputs: readonly OutputFile[]; readonly usage: Usage }
  | { readonly outcome: 'interrupted'; readonly usage: Usage }
  | { readonly outcome: 'failed'; readonly failure: Failure; readonly usage: Usage };

/** The part of an AbortSignal that an executor needs. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Starts agents. The server's runtime is its only caller. */
export interface AgentRunner {
  /**
   * Runs one phase to its end. Never rejects for what the agent or the API does: that is a `failed` result.
   * @param signal aborted = end the whole process group now; the result is then `interrupted`.
   */
  runPhase(run: PhaseRun, reporter: RunReporter, signal: StopSignal): Promise<RunResult>;
  /** Ends every process that an earlier server left behind for these runs; returns how many it ended. */
  reapOrphans(runIds: readonly RunId[]): Promise<number>;
}
