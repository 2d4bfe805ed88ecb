import type { ListRow } from './ask-tables.ts';

/** Verifications, rework, reviews and their feedback. Conventions: `tables.ts`. */

export type ReviewRow = ListRow & {
  review_id: string;
  phase: number;
  round: number;
  status: string;
  files: string;
  created_at: string;
  resolved_at: string | null;
  resolved_by: string | null;
  note: string | null;
  verification_id: string | null;
  base_commit: string | null;
  commit: string | null;
};

export type FeedbackRow = ListRow & {
  feedback_id: string;
  review_id: string;
  round: number;
  path: string;
  start_line: number | null;
  end_line: number | null;
  kind: string;
  body: string;
  excerpt: string | null;
  state: string;
  proposal: string | null;
  created_at: string;
  created_by: string;
};

export type VerificationRow = ListRow & {
  verification_id: string;
  phase: number;
  run_id: string;
  verdict: string;
  criteria: string;
  tests: string | null;
  failure: string | null;
  created_at: string;
};

export type ReworkAttemptRow = ListRow & {
  phase: number;
  attempt_number: number;
  verification_id: string;
  failed_criteria: string;
  rework_prompt: string;
  started_at: string;
  completed_at: string | null;
  result: string | null;
};
