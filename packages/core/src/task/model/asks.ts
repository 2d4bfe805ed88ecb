import type {
  AgentErrorType,
  AskSource,
  DependencyType,
  PermissionScope,
  QuestionCategory,
} from '../../vocabulary/asks.ts';

/** By which door a request came, and the tool call that waits for its answer. */
export interface AskOrigin {
  readonly source: AskSource;
  /** The tool call that asked; null for text. */
  readonly toolUseId: string | null;
  /** Whether that very call is held back by Claude Code and runs when the session is resumed. */
  readonly deferred: boolean;
}

/** A question as an agent puts it. Text carries no secret values. */
export interface QuestionAsk extends AskOrigin {
  readonly category: QuestionCategory;
  readonly question: string;
  /** Offered answers; a person may also write another one. */
  readonly options: readonly string[];
  readonly multiSelect: boolean;
  readonly default: string | null;
  /** Work stops until a required question is answered. */
  readonly required: boolean;
}

/** A tool call that needs permission. */
export interface PermissionAsk {
  readonly tool: string;
  /** The call as a person reads it: one line, but the whole command of a shell; without secret values. */
  readonly summary: string;
  /** Names this very call: the same tool with the same input has the same key. */
  readonly callKey: string;
  /** Names all calls like it, which "allow for this task" allows. */
  readonly ruleKey: string;
  /** What "allow for this task" would allow, in words. */
  readonly rule: string;
}

/** Something that an agent needs. Carries names, never values. */
export interface DependencyAsk extends AskOrigin {
  readonly type: DependencyType;
  /** For a key: the environment variable; for a file: its path in the workspace, or just a name. */
  readonly name: string;
  readonly description: string;
  /** One that is not required may be skipped. Work stops for both. */
  readonly required: boolean;
  readonly permission: PermissionAsk | null;
}

/** Something that an agent reports as having gone wrong, or that the platform found malformed in its protocol. */
export interface AgentError {
  readonly type: AgentErrorType;
  readonly message: string;
  readonly details: string | null;
}

/** A permission that a person gave. */
export interface PermissionGrant {
  readonly scope: PermissionScope;
  readonly callKey: string;
  readonly ruleKey: string;
}
