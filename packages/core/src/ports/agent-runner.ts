import type { AgentError, DependencyAsk, PermissionGrant, QuestionAsk } from '../task/model/asks.ts';
import type { InputId, OutputFile, PhaseCommits } from '../task/model/events.ts';
import type { PendingInput } from '../task/model/pending-input.ts';
import type { Feedback } from '../task/model/reviews.ts';
import type { Usage } from '../task/model/usage.ts';
import type { VerificationReport } from '../task/model/verification-report.ts';
import type { Failure } from '../vocabulary/failures.ts';
import type { FeedbackId, RunId, TaskId } from '../vocabulary/ids.ts';
import type { Language } from '../vocabulary/language.ts';
import type { PhaseDefinition } from '../vocabulary/pipelines/pipeline.ts';
import type { ModelProvider, StepEvidence } from '../vocabulary/statuses.ts';
import type { WorkspaceSource } from '../vocabulary/workspace-source.ts';
import type { NewLogLine } from './task-log.ts';

/** What every run of an agent needs to know of its task. */
export interface AgentRun {
  readonly runId: RunId;
  readonly taskId: TaskId;
  readonly title: string;
  readonly prompt: string;
  readonly language: Language;
  readonly provider: ModelProvider;
  readonly workspacePath: string;
  /** Where the workspace comes from when it is not there yet; null = it starts empty. */
  readonly source: WorkspaceSource | null;
  /** The Claude session; resumed when its transcript exists, created otherwise. */
  readonly sessionId: string;
  /**
   * Secrets that people provided: names and values of environment variables. Never logged, reported or put in a prompt.
   */
  readonly environment: Readonly<Record<string, string>>;
}

/** What a person has decided for an agent that works. */
export interface WorkingRun extends AgentRun {
  /** The setting at the start; the inbox has it as it is now. False: tools that change things need a person's grant. */
  readonly autoAccept: boolean;
  /** Permissions in force when the run starts. */
  readonly grants: readonly PermissionGrant[];
  /** Answers and messages that the agent has not heard yet. */
  readonly input: readonly PendingInput[];
}

/** Why a phase that was complete is worked on again. */
export type ReworkBrief =
  | { readonly kind: 'verification'; readonly attempt: number; readonly prompt: string }
  | { readonly kind: 'review'; readonly summary: string | null; readonly feedback: readonly Feedback[] };

/** One phase of one task, to be worked on by one agent process. */
export interface PhaseRun extends WorkingRun {
  readonly phase: PhaseDefinition;
  /** 1 for the first start of the phase; higher ones continue what is there. */
  readonly attempt: number;
  /** Steps that are done already. */
  readonly completedSteps: readonly number[];
  readonly rework: ReworkBrief | null;
}

/** One stretch of a free conversation: the prompt if it was never sent, then what people said since. */
export type ChatRun = WorkingRun;

/** One verification of one phase, by programs and by an agent that may only read. Its session is its own. */
export interface VerifyRun extends AgentRun {
  readonly phase: PhaseDefinition;
}

/**
 * What became of a request. `waiting`: a person is asked (or is being asked already). `available`: it was provided before.
 * `refused`: not taken; the reason is for the agent.
 */
export type AskReceipt =
  | { readonly kind: 'waiting'; readonly id: InputId; readonly blocking: boolean }
  | { readonly kind: 'available' }
  | { readonly kind: 'refused'; readonly reason: string };

/** What a run tells while it goes on. Each call resolves when the fact is stored. */
export interface RunReporter {
  log(lines: readonly NewLogLine[]): Promise<void>;
  stepCompleted(step: number, evidence: StepEvidence): Promise<void>;
  askQuestion(ask: QuestionAsk): Promise<AskReceipt>;
  requestDependency(ask: DependencyAsk): Promise<AskReceipt>;
  reportError(error: AgentError): Promise<void>;
  /** These answers and messages are in the conversation; for a permission given once: it was used. */
  delivered(ids: readonly InputId[]): Promise<void>;
  proposeResolution(feedbackId: FeedbackId, note: string): Promise<void>;
}

/** What people say while a run goes on. Nothing is lost before `listen`; then each comes once. */
export interface RunInbox {
  /** The task's setting as it is now: a person may switch it while the agent works. */
  readonly autoAccept: boolean;
  listen(listener: (input: PendingInput) => void): void;
}

/** How a run that does not complete ended. `blocked`: it waits for a person, and no process of it is left. */
type UnfinishedResult =
  | { readonly outcome: 'blocked' | 'interrupted'; readonly usage: Usage }
  | { readonly outcome: 'failed'; readonly failure: Failure; readonly usage: Usage };

/** How a run ended, as the executor saw it. */
export type RunResult =
  | ({
      readonly outcome: 'completed';
      readonly outputs: readonly OutputFile[];
      readonly usage: Usage;
    } & PhaseCommits)
  | UnfinishedResult;

export type VerifyResult =
  | { readonly outcome: 'verified'; readonly report: VerificationReport; readonly usage: Usage }
  | { readonly outcome: 'interrupted'; readonly usage: Usage }
  | { readonly outcome: 'failed'; readonly failure: Failure; readonly usage: Usage };

/** The part of an AbortSignal that an executor needs. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/**
 * Starts agents. The server's runtime is its only caller. Runs never reject for what the agent or the API does: that is a
 * `failed` result. When the signal aborts, the whole process group ends now and the result is `interrupted`.
 */
export interface AgentRunner {
  /** Runs one phase, or its rework, to its end or until a person is needed. */
  runPhase(run: PhaseRun, reporter: RunReporter, inbox: RunInbox, signal: StopSignal): Promise<RunResult>;
  /** Goes on with a conversation until everything that was said is answered. Completed without outputs. */
  runChat(run: ChatRun, reporter: RunReporter, inbox: RunInbox, signal: StopSignal): Promise<RunResult>;
  /**
   * Checks a phase: programs first, then an agent with read-only tools. Without a verdict of that agent the report is
   * `inconclusive`, or `failed` when a program found a fault.
   */
  verifyPhase(run: VerifyRun, reporter: Pick<RunReporter, 'log'>, signal: StopSignal): Promise<VerifyResult>;
  /** Ends every process that an earlier server left behind for these runs; returns how many it ended. */
  reapOrphans(runIds: readonly RunId[]): Promise<number>;
}
