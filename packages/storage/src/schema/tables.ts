import type { Generated } from 'kysely';
import type { DependencyRow, MessageRow, QuestionRow } from './ask-tables.ts';
import type { FeedbackRow, ReviewRow, ReworkAttemptRow, VerificationRow } from './quality-tables.ts';
import type { SecretRow, VaultKeyRow } from './secret-tables.ts';

/*
 * Conventions (both databases): JSON as text, so that it is byte-exact; times as ISO-8601 UTC text with
 * milliseconds, so that they sort; booleans as 0 and 1; money as whole micro-dollars inside JSON.
 */

export interface EventRow {
  position: Generated<number>;
  id: string;
  task_id: string;
  version: number;
  type: string;
  payload: string;
  schema_version: number;
  timestamp: string;
  user_id: string;
  command_id: string | null;
  command_index: number;
}

export interface JobRow {
  id: string;
  kind: string;
  key: string;
  task_id: string;
  priority: number;
  attempt: number;
  lease_owner: string | null;
  lease_until: string | null;
}

export interface PolicyPositionRow {
  policy: string;
  position: number;
}

export type TaskRow = {
  task_id: string;
  type: string;
  title: string;
  prompt: string;
  /** Title and prompt in lower case, as JavaScript folds it: neither database folds beyond ASCII. */
  search_text: string;
  language: string;
  provider: string;
  status: string;
  progress: number;
  current_phase: number | null;
  current_step: number | null;
  workspace_path: string;
  session_id: string;
  auto_approve: number;
  gates: string;
  auto_accept: number;
  question_timeout_minutes: number;
  source: string | null;
  merged: string | null;
  priority: string;
  failure: string | null;
  usage: string;
  worked_ms: number;
  working_since: string | null;
  /** Since when it needs a person; null while it does not. The inbox is what has it. */
  waiting_since: string | null;
  version: number;
  created_at: string;
  updated_at: string;
  started_at: string | null;
  completed_at: string | null;
};

export type AgentStatusRow = {
  task_id: string;
  agent_status: string;
  blocked_by: string | null;
  blocked_detail: string | null;
};

export type PhaseRow = {
  task_id: string;
  number: number;
  status: string;
  attempts: number;
  started_at: string | null;
  completed_at: string | null;
  outputs: string;
  rework_for: string | null;
  verification_id: string | null;
  verifier_failures: number;
  rework_attempts: number;
  base_commit: string | null;
  commit: string | null;
};

export type StepRow = {
  task_id: string;
  phase: number;
  number: number;
  status: string;
  evidence: string | null;
  started_at: string | null;
  completed_at: string | null;
};

export type RunRow = {
  run_id: string;
  task_id: string;
  /** Its place among the task's runs. */
  ordinal: number;
  purpose: string;
  phase: number;
  status: string;
  outcome: string | null;
  failure: string | null;
  usage: string | null;
  requested_at: string;
  started_at: string | null;
  ended_at: string | null;
};

/** Every table of the product. */
export interface Tables {
  events: EventRow;
  jobs: JobRow;
  policy_positions: PolicyPositionRow;
  tasks: TaskRow;
  agent_statuses: AgentStatusRow;
  phases: PhaseRow;
  steps: StepRow;
  runs: RunRow;
  reviews: ReviewRow;
  feedback: FeedbackRow;
  verifications: VerificationRow;
  rework_attempts: ReworkAttemptRow;
  questions: QuestionRow;
  dependencies: DependencyRow;
  messages: MessageRow;
  secrets: SecretRow;
  vault_keys: VaultKeyRow;
}
