import type { Timestamp } from '../../kernel/event.ts';
import type { Failure } from '../../vocabulary/failures.ts';
import type { RunId, TaskId } from '../../vocabulary/ids.ts';
import type { Language } from '../../vocabulary/language.ts';
import type {
  AgentStatus,
  BlockedBy,
  ModelProvider,
  ProgressStatus,
  QueuePriority,
  RunOutcome,
  RunPurpose,
  StepEvidence,
  TaskStatus,
} from '../../vocabulary/statuses.ts';
import type { TaskType } from '../../vocabulary/task-types.ts';
import type { WorkspaceSource } from '../../vocabulary/workspace-source.ts';
import type { DependencyState } from '../model/dependencies.ts';
import type { Gates } from '../model/events.ts';
import type { MessageState } from '../model/messages.ts';
import type { PhaseState } from '../model/phases.ts';
import type { QuestionState } from '../model/questions.ts';
import type { ReviewState } from '../model/reviews.ts';
import type { ReworkAttempt, VerificationState } from '../model/verifications.ts';
import type { Usage } from '../model/usage.ts';

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
  /** What it waits for, in the agent's words: the name of a dependency, or a question. */
  readonly blockedDetail: string | null;
  /** Completed steps of all steps, in whole percent. */
  readonly progress: number;
  readonly currentPhase: number | null;
  readonly currentStep: number | null;
  readonly workspacePath: string;
  readonly sessionId: string;
  readonly autoApprove: boolean;
  readonly gates: Gates;
  readonly autoAccept: boolean;
  readonly questionTimeoutMinutes: number;
  readonly source: WorkspaceSource | null;
  readonly merged: { readonly into: string; readonly commit: string } | null;
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

export interface PhaseView extends Omit<PhaseState, 'steps'> {
  readonly taskId: TaskId;
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

export interface ReviewView extends ReviewState {
  readonly taskId: TaskId;
}

export interface QuestionView extends QuestionState {
  readonly taskId: TaskId;
}

export interface DependencyView extends DependencyState {
  readonly taskId: TaskId;
}

export interface VerificationView extends VerificationState {
  readonly taskId: TaskId;
}

export interface ReworkView extends ReworkAttempt {
  readonly taskId: TaskId;
}

export interface MessageView extends MessageState {
  readonly taskId: TaskId;
}
