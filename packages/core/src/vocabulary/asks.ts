/*
 * What an agent asks of people, and what people say to it (platform specification D1, D2, D4).
 */

/** What a question is about. */
export const QUESTION_CATEGORIES = ['business', 'clarification', 'choice', 'confirmation'] as const;
export type QuestionCategory = (typeof QUESTION_CATEGORIES)[number];

/** `expired`: nobody answered in time, so its default holds. `withdrawn`: the task ended before an answer. */
export const QUESTION_STATUSES = ['pending', 'answered', 'expired', 'withdrawn'] as const;
export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

/** What an agent may need that it cannot get by itself. */
export const DEPENDENCY_TYPES = [
  'api_key',
  'env_variable',
  'service',
  'file',
  'permission',
  'package',
] as const;
export type DependencyType = (typeof DEPENDENCY_TYPES)[number];

export const DEPENDENCY_STATUSES = ['pending', 'provided', 'skipped', 'denied'] as const;
export type DependencyStatus = (typeof DEPENDENCY_STATUSES)[number];

/** What an agent reports as having gone wrong. */
export const AGENT_ERROR_TYPES = ['missing_file', 'execution_failed', 'validation_error'] as const;
export type AgentErrorType = (typeof AGENT_ERROR_TYPES)[number];

/**
 * By which door a request came: a block in the agent's text, a plain sentence of it, a tool of the platform, or
 * Claude Code itself (AskUserQuestion, a tool that needs permission).
 */
export const ASK_SOURCES = ['text', 'hint', 'tool', 'claude_code'] as const;
export type AskSource = (typeof ASK_SOURCES)[number];

/** How far a permission reaches: this one call, or every call like it in this task. */
export const PERMISSION_SCOPES = ['once', 'task'] as const;
export type PermissionScope = (typeof PERMISSION_SCOPES)[number];

/** When a message reaches a working agent: after its turn, or at once, which interrupts the turn. */
export const MESSAGE_DELIVERIES = ['after_turn', 'interrupt'] as const;
export type MessageDelivery = (typeof MESSAGE_DELIVERIES)[number];

/** The most requests of one task that may wait for a person at the same time; optional questions count by themselves. */
export const MAX_OPEN_ASKS = 20;

/** The longest value of a secret, in UTF-8: operating systems limit a single environment variable to 128 KiB. */
export const MAX_SECRET_BYTES = 65_536;

/** The length of a text in UTF-8, in bytes. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
