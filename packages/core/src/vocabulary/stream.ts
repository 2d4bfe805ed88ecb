/** The types of live stream frames (platform specification E). */
export const STREAM_EVENT_TYPES = [
  'log',
  'phase_update',
  'step_update',
  'dependency_request',
  'user_question',
  'review_required',
  'complete',
  'error',
] as const;
export type StreamEventType = (typeof STREAM_EVENT_TYPES)[number];

/** The kinds of lines in a task's log. */
export const LOG_KINDS = [
  'text',
  'thinking',
  'tool_use',
  'tool_result',
  'prompt',
  'result',
  'system',
  'stderr',
  'error',
] as const;
export type LogKind = (typeof LOG_KINDS)[number];
