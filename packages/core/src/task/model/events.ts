import type { Failure } from '../../vocabulary/failures.ts';
import type { ReviewId, RunId } from '../../vocabulary/ids.ts';
import type { Language } from '../../vocabulary/language.ts';
import type {
  ModelProvider,
  QueuePriority,
  RunOutcome,
  RunPurpose,
  StepEvidence,
} from '../../vocabulary/statuses.ts';
import type { TaskType } from '../../vocabulary/task-types.ts';
import type { Positioned, RecordedEvent } from '../../kernel/event.ts';
import type { Usage } from './usage.ts';

/** A file that a phase produced, as the review shows it. */
export interface OutputFile {
  readonly path: string;
  readonly kind: 'document' | 'code' | 'test' | 'config' | 'asset';
  readonly sizeBytes: number;
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
  };
  TaskEdited: { title?: string; prompt?: string; autoApprove?: boolean; priority?: QueuePriority };
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
  PhaseCompleted: { phase: number; runId: RunId; outputs: readonly OutputFile[] };
  /** An agent is wanted: a job row is stored with it. */
  RunRequested: { runId: RunId; purpose: RunPurpose; phase: number };
  RunStarted: { runId: RunId };
  RunEnded: { runId: RunId; outcome: RunOutcome; failure?: Failure; usage?: Usage };
  ReviewCreated: { reviewId: ReviewId; phase: number; round: number; files: readonly OutputFile[] };
  ReviewApproved: { reviewId: ReviewId; phase: number; note?: string };
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
