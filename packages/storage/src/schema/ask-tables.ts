/** Questions, dependencies and messages: what agents and people say to each other. Conventions: `tables.ts`. */

/** What every row of a list of a task has: its task, and its place in the list. */
export type ListRow = { task_id: string; ordinal: number };

type AskRow = ListRow & {
  run_id: string;
  phase: number;
  status: string;
  required: number;
  source: string;
  tool_use_id: string | null;
  deferred: number;
  created_at: string;
  expires_at: string | null;
  resolved_at: string | null;
  resolved_by: string | null;
  delivered_at: string | null;
};

export type QuestionRow = AskRow & {
  question_id: string;
  category: string;
  question: string;
  options: string;
  multi_select: number;
  default_answer: string | null;
  answer: string | null;
};

export type DependencyRow = AskRow & {
  dependency_id: string;
  type: string;
  name: string;
  description: string;
  permission: string | null;
  secret_id: string | null;
  file_path: string | null;
  scope: string | null;
};

export type MessageRow = ListRow & {
  message_id: string;
  text: string;
  delivery: string;
  sent_at: string;
  sent_by: string;
  delivered_at: string | null;
};
