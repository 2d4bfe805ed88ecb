import type { Actor, Timestamp } from '../../kernel/event.ts';
import type { Failure } from '../../vocabulary/failures.ts';
import type { ReviewId, RunId, TaskId } from '../../vocabulary/ids.ts';
import type { Language } from '../../vocabulary/language.ts';
import type {
  AgentStatus,
  ModelProvider,
  ProgressStatus,
  QueuePriority,
  ReviewStatus,
  RunOutcome,
  RunPurpose,
  StepEvidence,
  TaskStatus,
} from '../../vocabulary/statuses.ts';
import type { TaskType } from '../../vocabulary/task-types.ts';
import type { OutputFile } from '../model/events.ts';
import type { Usage } from '../model/usage.ts';

/** Why nothing goes on: what the task waits for. */
export type BlockedBy = 'queue' | 'review' | 'paused' | 'interrupted';

/** A task as queries see it: one row of the read model `tasks` with its `agent_statuses` row. */
export interface TaskView {
  readonly taskId: TaskId;
  readonly type: TaskType;
  readonly title: string;
  readonly prompt: string;
  readonly language: Language;
  readonly provider: ModelProvider;
  readonly status: TaskStatus;
  readonly agentStatus: AgentStatus;
  readonly blockedBy: BlockedBy | null;
  /** Completed steps of all steps, in whole percent. */
  readonly progress: number;
  readonly currentPhase: number | null;
  readonly currentStep: number | null;
  readonly workspacePath: string;
  readonly sessionId: string;
  readonly autoApprove: boolean;
  readonly priority: QueuePriority;
  readonly failure: Failure | null;
  readonly usage: Usage;
  /** How long agents worked on it in the runs that have ended, in milliseconds; waiting for a person is not work. */
  readonly workedMs: number;
  /** Since when an agent works on it now; null while none does. */
  readonly workingSince: Timestamp | null;
  /** Version of the stream that this view shows. */
  readonly version: number;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly startedAt: Timestamp | null;
  readonly completedAt: Timestamp | null;
}

export interface StepView {
  readonly number: number;
  readonly status: ProgressStatus;
  readonly evidence: StepEvidence | null;
  readonly startedAt: Timestamp | null;
  readonly completedAt: Timestamp | null;
}

export interface PhaseView {
  readonly taskId: TaskId;
  readonly number: number;
  readonly status: ProgressStatus;
  readonly attempts: number;
  readonly startedAt: Timestamp | null;
  readonly completedAt: Timestamp | null;
  readonly outputs: readonly OutputFile[];
  readonly steps: readonly StepView[];
}

export interface RunView {
  readonly runId: RunId;
  readonly taskId: TaskId;
  readonly purpose: RunPurpose;
  readonly phase: number;
  readonly status: 'requested' | 'started' | 'ended';
  readonly outcome: RunOutcome | null;
  readonly failure: Failure | null;
  readonly usage: Usage | null;
  readonly requestedAt: Timestamp;
  readonly startedAt: Timestamp | null;
  readonly endedAt: Timestamp | null;
}

export interface ReviewView {
  readonly reviewId: ReviewId;
  readonly taskId: TaskId;
  readonly phase: number;
  readonly round: number;
  readonly status: ReviewStatus;
  readonly files: readonly OutputFile[];
  readonly createdAt: Timestamp;
  readonly resolvedAt: Timestamp | null;
  readonly resolvedBy: Actor | null;
  readonly note: string | null;
}
