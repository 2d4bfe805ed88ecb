import type { MessageDelivery, PermissionScope } from '../../vocabulary/asks.ts';
import type { Failure } from '../../vocabulary/failures.ts';
import type {
  DependencyId,
  FeedbackId,
  MessageId,
  QuestionId,
  ReviewId,
  RunId,
  SecretId,
  VerificationId,
} from '../../vocabulary/ids.ts';
import type { Language } from '../../vocabulary/language.ts';
import type {
  ModelProvider,
  QueuePriority,
  RunOutcome,
  RunPurpose,
  StepEvidence,
} from '../../vocabulary/statuses.ts';
import type { FeedbackKind, FeedbackState, GatePolicy } from '../../vocabulary/quality.ts';
import type { TaskType } from '../../vocabulary/task-types.ts';
import type { WorkspaceSource } from '../../vocabulary/workspace-source.ts';
import type { Positioned, RecordedEvent, Timestamp } from '../../kernel/event.ts';
import type { AgentError, DependencyAsk, QuestionAsk } from './asks.ts';
import type { Usage } from './usage.ts';
import type { VerificationReport } from './verification-report.ts';

/** A file that a phase produced, as the review shows it. */
export interface OutputFile {
  readonly path: string;
  readonly kind: 'document' | 'code' | 'test' | 'config' | 'asset';
  readonly sizeBytes: number;
}

/** A place in the workspace's git history; null where git could not tell. */
export interface PhaseCommits {
  /** The commit before the phase's first attempt. */
  readonly baseCommit: string | null;
  /** The commit that holds all that the phase produced. */
  readonly commit: string | null;
}

/** What a person says to an agent in a conversation. */
export interface MessageText {
  readonly text: string;
  readonly delivery: MessageDelivery;
}

/** Everything that can happen to a task, by event type. Payloads carry names of secrets, never values. */
export interface TaskEventPayloads {
  TaskCreated: {
    taskType: TaskType;
    title: string;
    prompt: string;
    language: Language;
    provider: ModelProvider;
    autoApprove: boolean;
    priority: QueuePriority;
    /** Absolute path of the folder the agent works in. */
    workspacePath: string;
    /** The Claude session of this task (UUID), chosen once. */
    sessionId: string;
    /** The gate after single phases, by their number; others follow `autoApprove`. */
    gates: Gates;
    /** False: tools that change things wait for a person's permission. */
    autoAccept: boolean;
    /** After how many minutes an optional question is answered by its default; 0 = never. */
    questionTimeoutMinutes: number;
    /** What a modify_app task changes; null for other types. */
    source: WorkspaceSource | null;
  };
  TaskEdited: {
    title?: string;
    prompt?: string;
    autoApprove?: boolean;
    priority?: QueuePriority;
    gates?: Gates;
    autoAccept?: boolean;
  };
  /** A person asked for the task to run; it waits for a free agent. */
  TaskQueued: Record<never, never>;
  /** The first agent started on it since it was queued. */
  TaskStarted: Record<never, never>;
  TaskPaused: Record<never, never>;
  TaskResumed: Record<never, never>;
  TaskCompleted: Record<never, never>;
  TaskFailed: { failure: Failure };
  TaskDeleted: { removeFiles: boolean };
  PhaseStarted: { phase: number; attempt: number };
  StepStarted: { phase: number; step: number };
  StepCompleted: { phase: number; step: number; evidence: StepEvidence };
  /** The agent claimed completion and the files are there. */
  PhaseCompleted: { phase: number; runId: RunId; outputs: readonly OutputFile[] } & PhaseCommits;
  /** An agent is wanted: a job row is stored with it. */
  RunRequested: { runId: RunId; purpose: RunPurpose; phase: number };
  RunStarted: { runId: RunId };
  RunEnded: { runId: RunId; outcome: RunOutcome; failure?: Failure; usage?: Usage };
  ReviewCreated: {
    reviewId: ReviewId;
    phase: number;
    round: number;
    files: readonly OutputFile[];
    /** The verification that it comes with; null when the phase has no criteria. */
    verificationId: VerificationId | null;
  } & PhaseCommits;
  ReviewApproved: { reviewId: ReviewId; phase: number; note?: string };
  /** The phase is worked on again with the open change requests of this review. */
  ReviewChangesRequested: { reviewId: ReviewId; phase: number; summary: string | null };
  FeedbackAdded: { feedbackId: FeedbackId; reviewId: ReviewId } & FeedbackText;
  /** The agent says that it has dealt with it; only a person resolves it. */
  FeedbackResolutionProposed: { feedbackId: FeedbackId; note: string };
  FeedbackStateChanged: { feedbackId: FeedbackId; state: FeedbackState };
  QuestionAsked: {
    questionId: QuestionId;
    runId: RunId;
    phase: number;
    /** When its default answers it; null = never by itself. */
    expiresAt: Timestamp | null;
  } & QuestionAsk;
  QuestionAnswered: { questionId: QuestionId; answer: string };
  QuestionExpired: { questionId: QuestionId; answer: string };
  DependencyRequested: {
    dependencyId: DependencyId;
    runId: RunId;
    phase: number;
    /** When an optional one is skipped; null = never by itself. */
    expiresAt: Timestamp | null;
  } & DependencyAsk;
  /** `secretId`: the value's place in the vault. `filePath`: where an upload went, relative to the workspace. */
  DependencyProvided: {
    dependencyId: DependencyId;
    secretId: SecretId | null;
    filePath: string | null;
    scope: PermissionScope | null;
  };
  DependencySkipped: { dependencyId: DependencyId };
  DependencyDenied: { dependencyId: DependencyId };
  MessageSent: { messageId: MessageId } & MessageText;
  /** Answers and messages are in the agent's conversation; each is delivered once. */
  InputDelivered: { runId: RunId; ids: readonly InputId[] };
  ErrorReported: { runId: RunId; phase: number; error: AgentError };
  VerificationCompleted: { verificationId: VerificationId; phase: number; runId: RunId } & VerificationReport;
  /** Verification failed, and the agent works on the phase again. */
  ReworkStarted: {
    phase: number;
    /** 1 to 3. */
    attempt: number;
    verificationId: VerificationId;
    failedCriteria: readonly string[];
    prompt: string;
  };
  /** The work of a modify_app task went back to where it came from. */
  TaskMerged: { into: string; commit: string };
}

/** Gate policies by phase number, as text because it is JSON. */
export type Gates = Readonly<Record<string, GatePolicy>>;

/** What can be delivered to an agent. */
export type InputId = QuestionId | DependencyId | MessageId;

/** What a person says about a file of a review. Lines are 1-based and inclusive; null = the whole file. */
export interface FeedbackText {
  readonly path: string;
  readonly startLine: number | null;
  readonly endLine: number | null;
  readonly kind: FeedbackKind;
  readonly body: string;
  /** The lines that it is about, as they were. */
  readonly excerpt: string | null;
}

export type TaskEventType = keyof TaskEventPayloads;
export type TaskEvent = {
  [T in TaskEventType]: { readonly type: T; readonly payload: Readonly<TaskEventPayloads[T]> };
}[TaskEventType];
export type RecordedTaskEvent = {
  [T in TaskEventType]: RecordedEvent<Extract<TaskEvent, { type: T }>>;
}[TaskEventType];
export type StoredTaskEvent = RecordedTaskEvent & Positioned;

/** The current version of every payload's shape. */
export const TASK_EVENT_SCHEMA_VERSION = 1;
