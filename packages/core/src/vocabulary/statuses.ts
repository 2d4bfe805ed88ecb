/** Life cycle of a task (platform specification A2). */
export const TASK_STATUSES = ['draft', 'pending', 'in_progress', 'review', 'completed', 'failed'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** State of a phase or of a step within it. */
export const PROGRESS_STATUSES = [
  'pending',
  'in_progress',
  'verifying',
  'review',
  'completed',
  'failed',
] as const;
export type ProgressStatus = (typeof PROGRESS_STATUSES)[number];

/** What the agent of a task is doing (platform specification F). */
export const AGENT_STATUSES = [
  'idle',
  'running',
  'waiting_review',
  'waiting_dependency',
  'waiting_question',
  'verifying',
  'paused',
  'completed',
  'failed',
  'error',
] as const;
export type AgentStatus = (typeof AGENT_STATUSES)[number];

/** State of a review round (platform specification C). */
export const REVIEW_STATUSES = ['pending', 'in_review', 'approved', 'changes_requested'] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** Queue priority (platform specification N), highest first. */
export const QUEUE_PRIORITIES = ['critical', 'high', 'normal', 'low'] as const;
export type QueuePriority = (typeof QUEUE_PRIORITIES)[number];

/** What a run of an agent is for. A run is one life of one agent process on a task. */
export const RUN_PURPOSES = ['phase', 'rework', 'verify', 'chat'] as const;
export type RunPurpose = (typeof RUN_PURPOSES)[number];

/**
 * How a run ended. `blocked`: it waits for a person and holds no process; `interrupted`: a person paused or cancelled it;
 * `crashed`: its process or server died.
 */
export const RUN_OUTCOMES = [
  'completed',
  'blocked',
  'interrupted',
  'rate_limited',
  'crashed',
  'failed',
] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

/** How the platform came to know that a step is done. */
export const STEP_EVIDENCE = ['marker', 'tool', 'files', 'phase'] as const;
export type StepEvidence = (typeof STEP_EVIDENCE)[number];

/** Who answers the agent's model calls: Claude, or the scripted model of the demo (no account needed). */
export const MODEL_PROVIDERS = ['claude', 'demo'] as const;
export type ModelProvider = (typeof MODEL_PROVIDERS)[number];

/** Why nothing goes on: what the task waits for. */
export const BLOCKED_BY = ['queue', 'review', 'question', 'dependency', 'paused', 'interrupted'] as const;
export type BlockedBy = (typeof BLOCKED_BY)[number];

/** What a person or an agent manager can do with a task (platform specification A2). */
export const TASK_OPERATIONS = [
  'edit',
  'execute',
  'pause',
  'resume',
  'cancel',
  'approve',
  'request_changes',
  'send_message',
  'merge',
  'delete',
] as const;
export type TaskOperation = (typeof TASK_OPERATIONS)[number];
